import { join } from 'node:path';
import { namesIn, readText, realPathInside, stampOf } from './files.ts';

/** More files of an assistant's folder are left out. */
const maxFiles = 100;

export type Knowledge = { text: string; warnings: string[] };

/** The texts of a folder, in the order of their names. Null where there is no such folder inside of `dir`. */
export async function readKnowledge(
  dir: string,
  folder: string,
  maxCharacters: number,
): Promise<Knowledge | null> {
  const names = await namesOf(dir, folder);
  if (!names) return null;
  const documents: string[] = [];
  const warnings: string[] = [];
  let room = maxCharacters;
  for (const [i, name] of names.entries()) {
    const problem = await add(name, i);
    if (problem !== null) warnings.push(`${folder}/${name} ${problem}.`);
  }
  return { text: documents.join('\n\n'), warnings };

  async function add(name: string, i: number): Promise<string | null> {
    if (!/\.(md|txt)$/i.test(name)) return 'is left out: it is neither a .md nor a .txt file';
    if (i >= maxFiles) return `is left out: a folder has at most ${maxFiles} files`;
    if (room <= 0) return `is left out: KNOWLEDGE_CHARACTERS is ${maxCharacters}`;
    const { content, problem } = await readText(dir, join(dir, folder, name));
    if (problem !== null) return `is left out: it ${problem}`;
    const text = content.trim();
    const taken = cutTo(text, room);
    room -= text.length;
    documents.push(`<document name="${name.replaceAll(/["<>]/g, '')}">\n${taken}\n</document>`);
    return taken === text ? null : `is cut: KNOWLEDGE_CHARACTERS is ${maxCharacters}`;
  }
}

/** Changes when a file of the folder changes. */
export async function stampOfKnowledge(dir: string, folder: string | null): Promise<string> {
  if (folder === null) return '';
  const names = (await namesOf(dir, folder)) ?? [];
  const stamps = await Promise.all(names.slice(0, maxFiles).map((name) => stampOf(join(dir, folder, name))));
  return names.map((name, i) => `${name} ${stamps[i] ?? ''}`).join('\n');
}

async function namesOf(dir: string, folder: string): Promise<string[] | null> {
  const path = await realPathInside(dir, join(dir, folder));
  const names = path === null ? null : await namesIn(path);
  return names?.filter((name) => !name.startsWith('.')) ?? null;
}

/** Never ends with half of a surrogate pair. */
function cutTo(text: string, length: number): string {
  return text.length <= length ? text : text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}
