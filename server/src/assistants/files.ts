import { readdir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** The assistants of a folder: at most this many. */
const maxAssistants = 500;

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
