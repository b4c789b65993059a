import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readSync, renameSync, rmSync } from 'node:fs';
import { sql } from 'kysely';
import { openDatabase } from '../open.ts';
import { openReadOnly } from '../open-read-only.ts';
import { type Contents, readContents } from './contents.ts';
import { readPostgresBackup, replacePostgres, writePostgresBackup } from './postgres.ts';
import { BackupProblem, MissingProgram } from './programs.ts';
import { readSqliteBackup, replaceSqlite, writeSqliteBackup } from './sqlite.ts';

export type { Contents } from './contents.ts';
export { BackupProblem } from './programs.ts';

const sqlitePrefix = 'sqlite:';
const firstBytes = { sqlite: 'SQLite format 3\0', postgres: 'PGDMP' };
type Kind = keyof typeof firstBytes;

/** Writes a consistent copy of a database that may be in use. The file appears only when it is complete. */
export async function writeBackup(databaseUrl: string, file: string): Promise<void> {
  if (existsSync(file)) throw new BackupProblem(`${file} exists already.`);
  // Attack: a file or link that somebody has put there must not be used.
  const draft = `${file}.${randomBytes(8).toString('hex')}.partial`;
  // Private from the first byte on.
  closeSync(openSync(draft, 'wx', 0o600));
  try {
    if (kindOf(databaseUrl) === 'sqlite') await writeSqliteBackup(fileOf(databaseUrl), draft);
    else await writePostgresBackup(databaseUrl, draft);
    const written = openSync(draft, 'r');
    fsyncSync(written);
    closeSync(written);
    renameSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** @throws BackupProblem when the file is no backup of this kind of database */
export async function readBackup(databaseUrl: string, file: string): Promise<Contents> {
  const found = kindOfFile(file);
  if (found === null) throw new BackupProblem(`${file} is not a backup of Foyer.`);
  if (found !== kindOf(databaseUrl)) {
    const names = { sqlite: 'SQLite', postgres: 'PostgreSQL' };
    throw new BackupProblem(
      `${file} is a backup of ${names[found]}, but DATABASE_URL is ${names[kindOf(databaseUrl)]}.`,
    );
  }
  try {
    const contents = await (found === 'sqlite' ? readSqliteBackup(file) : readPostgresBackup(file));
    if (contents.settings.has('secretFingerprint')) return contents;
  } catch (error) {
    if (error instanceof MissingProgram) throw error;
    throw new BackupProblem(`${file} is not a backup of Foyer, or is damaged: ${messageOf(error)}`);
  }
  throw new BackupProblem(`${file} is not a backup of Foyer.`);
}

/** The database as it is now, without a change; null when there is none, or it cannot be read. */
export async function readPresent(databaseUrl: string): Promise<Contents | null> {
  if (kindOf(databaseUrl) === 'sqlite' && !existsSync(fileOf(databaseUrl))) return null;
  let database: ReturnType<typeof openReadOnly> | undefined;
  try {
    database = openReadOnly(databaseUrl);
    return await readContents(database.db);
  } catch {
    return null;
  } finally {
    await database?.close();
  }
}

/** Whether another process of Foyer is connected to this PostgreSQL. For SQLite `replaceDatabase` finds out. */
export async function isInUse(databaseUrl: string): Promise<boolean> {
  if (kindOf(databaseUrl) === 'sqlite') return false;
  const { db, close } = openDatabase(databaseUrl, { poolSize: 1 });
  try {
    const { rows } = await sql`
      select 1 from pg_stat_activity
      where datname = current_database() and application_name = 'foyer' and pid <> pg_backend_pid()`.execute(
      db,
    );
    return rows.length > 0;
  } finally {
    await close();
  }
}

/** Returns where the former SQLite file is kept now; null when there was none, and for PostgreSQL. */
export async function replaceDatabase(databaseUrl: string, file: string, now: Date): Promise<string | null> {
  if (kindOf(databaseUrl) === 'postgres') {
    await replacePostgres(databaseUrl, file);
    return null;
  }
  const present = fileOf(databaseUrl);
  const time = now.toISOString().slice(0, 19).replaceAll(/[-:]/g, '');
  return replaceSqlite(present, file, `${present}.before-restore-${time}`);
}

function kindOf(databaseUrl: string): Kind {
  return databaseUrl.startsWith(sqlitePrefix) ? 'sqlite' : 'postgres';
}

function fileOf(databaseUrl: string): string {
  return databaseUrl.slice(sqlitePrefix.length);
}

function kindOfFile(file: string): Kind | null {
  const bytes = Buffer.alloc(16);
  try {
    const opened = openSync(file, 'r');
    readSync(opened, bytes);
    closeSync(opened);
  } catch (error) {
    throw new BackupProblem(`${file} cannot be read: ${messageOf(error)}`);
  }
  const begins = (kind: Kind) => bytes.toString('latin1').startsWith(firstBytes[kind]);
  if (begins('sqlite')) return 'sqlite';
  return begins('postgres') ? 'postgres' : null;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
