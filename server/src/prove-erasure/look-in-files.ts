import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Database } from '@foyer/database';
import { sql } from 'kysely';

/** `with`: the number of files that contain each text. */
export type FilesFound = { files: number; bytes: number; with: number[] } | { unreadable: string };

export async function lookInFiles(
  { db, kind }: Pick<Database, 'db' | 'kind'>,
  url: string,
  texts: string[],
): Promise<FilesFound> {
  try {
    const files = kind === 'sqlite' ? filesBeside(url.slice('sqlite:'.length)) : filesOfPostgres(db);
    const found = { files: 0, bytes: 0, with: texts.map(() => 0) };
    for await (const file of files) {
      const read = await lookIn(file, texts);
      if (!read) continue;
      found.files++;
      found.bytes += read.bytes;
      found.with = found.with.map((count, i) => count + (read.isThere[i] ? 1 : 0));
    }
    return found;
  } catch (error) {
    return { unreadable: error instanceof Error ? error.message : String(error) };
  }
}

async function* filesBeside(file: string): AsyncGenerator<string> {
  for (const name of await readdir(dirname(file)))
    if (name.startsWith(basename(file))) yield join(dirname(file), name);
}

/** All files of the PostgreSQL server, with the shared write-ahead log, except its other databases. */
async function* filesOfPostgres(db: Database['db']): AsyncGenerator<string> {
  const { rows } = await sql<{ folder: string; oid: string }>`
    select current_setting('data_directory') as "folder", "oid"::text from pg_database where "datname" = current_database()`.execute(
    db,
  );
  const [place] = rows;
  if (place) yield* filesBelow(place.folder, place.oid);
}

async function* filesBelow(folder: string, oid: string): AsyncGenerator<string> {
  for (const name of await readdir(folder)) {
    const isOfOther = /^(base|PG_.*)$/.test(basename(folder)) && /^\d+$/.test(name) && name !== oid;
    if (isOfOther) continue;
    const path = join(folder, name);
    // PostgreSQL removes files at any moment. Its log may be a symbolic link to another disk.
    const kind = await stat(path).catch(unlessGone);
    if (kind?.isDirectory()) yield* filesBelow(path, oid);
    else if (kind?.isFile()) yield path;
  }
}

async function lookIn(file: string, texts: string[]): Promise<{ bytes: number; isThere: boolean[] } | null> {
  const sought = texts.map((text) => Buffer.from(text));
  const overlap = Math.max(...sought.map(({ length }) => length)) - 1;
  const isThere = sought.map(() => false);
  let bytes = 0;
  let before = Buffer.alloc(0);
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: 1024 * 1024 })) {
      const seen = Buffer.concat([before, chunk]);
      for (const [i, text] of sought.entries()) isThere[i] ||= seen.includes(text);
      before = seen.subarray(Math.max(0, seen.length - overlap));
      bytes += chunk.length;
    }
  } catch (error) {
    return unlessGone(error);
  }
  return { bytes, isThere };
}

function unlessGone(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
  throw error;
}
