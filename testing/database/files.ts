import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { sql } from 'kysely';
import type { Database } from '../../database/src/open.ts';

/**
 * All files of a database, including the write-ahead log. On PostgreSQL also those of other databases.
 * @param url of the database
 */
export async function* filesOf(
  { db, kind }: Pick<Database, 'db' | 'kind'>,
  url: string,
): AsyncGenerator<{ name: string; bytes: Buffer }> {
  for (const name of await namesOf({ db, kind }, url)) {
    // PostgreSQL removes files at any moment.
    const bytes = await readFile(name).catch(() => null);
    if (bytes) yield { name, bytes };
  }
}

async function namesOf({ db, kind }: Pick<Database, 'db' | 'kind'>, url: string): Promise<string[]> {
  if (kind === 'sqlite') {
    const file = url.slice('sqlite:'.length);
    const names = await readdir(dirname(file));
    return names.filter((name) => name.startsWith(basename(file))).map((name) => join(dirname(file), name));
  }
  await sql`checkpoint`.execute(db);
  const { rows } = await sql<{ folder: string }>`select current_setting('data_directory') as folder`.execute(
    db,
  );
  const entries = await readdir(rows[0]?.folder ?? '', { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
}
