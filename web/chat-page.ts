import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Manifest } from 'vite';

/**
 * Writes `chat.html` beside `index.html`: the same page, but it preloads the script of the chat. The build's manifest is
 * removed afterwards.
 */
export async function writeChatPage(folder: string) {
  const index = await readFile(join(folder, 'index.html'), 'utf8');
  const manifest: Manifest = JSON.parse(await readFile(join(folder, '.vite/manifest.json'), 'utf8'));
  const links = [...filesOf(manifest, 'src/chat/ChatPage.tsx')]
    .filter((file) => !index.includes(file))
    .map((file) =>
      file.endsWith('.css')
        ? `<link rel="preload" as="style" crossorigin href="/${file}">`
        : `<link rel="modulepreload" crossorigin href="/${file}">`,
    );
  await writeFile(join(folder, 'chat.html'), index.replace('</head>', `${links.join('')}</head>`));
  await rm(join(folder, '.vite'), { recursive: true });
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
