import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** More assistants of a folder are left out. */
const maxAssistants = 500;

/** Larger files are refused, in bytes. */
const maxBytes = 1024 * 1024;

const ending = '.md';

/** As `problemOfAssistant` of the codes: an id is a file name, so it has no slash and begins with no dot. */
const idForm = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u;

export function isAssistantId(id: string): boolean {
  return idForm.test(id);
}

export function fileOf(dir: string, id: string): string {
  return join(dir, `${id}${ending}`);
}

/** The ids of a folder, and the names of files that can be no assistant. Null where there is no such folder. */
export async function idsIn(dir: string): Promise<{ ids: string[]; wrongNames: string[] } | null> {
  const names = await namesIn(dir);
  if (!names) return null;
  const files = names.filter((name) => name.endsWith(ending) && !name.startsWith('.'));
  const ids = files.map((name) => name.slice(0, -ending.length));
  return {
    ids: ids.filter(isAssistantId).slice(0, maxAssistants),
    wrongNames: files.filter((_, i) => !isAssistantId(ids[i] ?? '')),
  };
}

/** Sorted. Null where there is no such folder. */
export async function namesIn(dir: string): Promise<string[] | null> {
  try {
    return (await readdir(dir)).sort();
  } catch {
    return null;
  }
}

/** An attack: a link in the folder that leads to a file of the server. @returns the real path, or null */
export async function realPathInside(dir: string, path: string): Promise<string | null> {
  try {
    const [folder, file] = await Promise.all([realpath(dir), realpath(path)]);
    return file.startsWith(folder + sep) ? file : null;
  } catch {
    return null;
  }
}

/** Changes when the file changes; null when there is no such file. */
export async function stampOf(path: string): Promise<string | null> {
  try {
    const { mtimeNs, ctimeNs, size, ino } = await stat(path, { bigint: true });
    return [mtimeNs, ctimeNs, size, ino].join(' ');
  } catch {
    return null;
  }
}

/** `problem` ends a sentence that begins with the file's name. */
type Read<Content> = { content: Content; problem: null } | { content: null; problem: string };

export async function readBytes(dir: string, path: string): Promise<Read<Buffer>> {
  const real = await realPathInside(dir, path);
  if (!real) return failed('is not in the folder of assistants');
  try {
    const found = await stat(real);
    // A pipe would be read for ever.
    if (!found.isFile()) return failed('is no file');
    if (found.size > maxBytes) return failed('is larger than 1 MB');
    return { content: await readFile(real), problem: null };
  } catch {
    return failed('cannot be read');
  }
}

export async function readText(dir: string, path: string): Promise<Read<string>> {
  const read = await readBytes(dir, path);
  if (read.problem !== null) return read;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(read.content);
    return { content: text.replaceAll('\0', ''), problem: null };
  } catch {
    return failed('is no UTF-8 text');
  }
}

function failed(problem: string) {
  return { content: null, problem };
}
