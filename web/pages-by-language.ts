import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { directionOf, type Language, languages } from '@foyer/policy';
import type { Manifest } from 'vite';
import type { DocumentTexts } from './src/messages/texts.ts';

/**
 * Writes `index.LANGUAGE.html` and `chat.LANGUAGE.html` in place of `index.html`: with `lang`, `dir` and their texts, and with a
 * preload of the catalogue; the second also preloads the script of the chat. The build's manifest is removed afterwards.
 */
export async function writePagesByLanguage(folder: string) {
  const index = await readFile(join(folder, 'index.html'), 'utf8');
  const manifest: Manifest = JSON.parse(await readFile(join(folder, '.vite/manifest.json'), 'utf8'));
  const english = await textsOf('en');
  for (const language of languages) {
    const page = translated(index, english, await textsOf(language), language);
    const entry = filesOf(manifest, `src/messages/${language}/entry.ts`);
    const inside = filesOf(manifest, `src/messages/${language}/inside.ts`);
    const chat = filesOf(manifest, 'src/chat/ChatPage.tsx');
    await writeFile(join(folder, `index.${language}.html`), preloading(page, entry));
    await writeFile(join(folder, `chat.${language}.html`), preloading(page, [...entry, ...inside, ...chat]));
  }
  await rm(join(folder, 'index.html'));
  await rm(join(folder, '.vite'), { recursive: true });
}

async function textsOf(language: Language): Promise<DocumentTexts['document']> {
  const texts: DocumentTexts = await import(`./src/messages/${language}/document.ts`);
  return texts.document;
}

function translated(
  page: string,
  from: DocumentTexts['document'],
  to: DocumentTexts['document'],
  language: Language,
): string {
  const changes = [
    ['<html lang="en">', `<html lang="${language}" dir="${directionOf(language)}">`],
    [from.description, to.description],
    [from.noscript, to.noscript],
  ] as const;
  return changes.reduce((text, [english, other]) => {
    if (!text.includes(english)) throw new Error(`index.html has no ${english}`);
    return text.replace(english, () => other);
  }, page);
}

function preloading(page: string, files: Iterable<string>): string {
  const links = [...new Set(files)]
    .filter((file) => !page.includes(file))
    .map((file) =>
      file.endsWith('.css')
        ? `<link rel="preload" as="style" crossorigin href="/${file}">`
        : `<link rel="modulepreload" crossorigin href="/${file}">`,
    );
  return page.replace('</head>', () => `${links.join('')}</head>`);
}

/** A script, its imports, and their styles. */
function filesOf(manifest: Manifest, name: string, found = new Set<string>()): Set<string> {
  const chunk = manifest[name];
  if (!chunk) throw new Error(`the build has no ${name}`);
  if (found.has(chunk.file)) return found;
  for (const file of [chunk.file, ...(chunk.css ?? [])]) found.add(file);
  for (const imported of chunk.imports ?? []) filesOf(manifest, imported, found);
  return found;
}
