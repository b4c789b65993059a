import {
  chmodSync,
  chownSync,
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { openReadOnly } from '../open-read-only.ts';
import { type Contents, readContents } from './contents.ts';
import { BackupProblem } from './programs.ts';

/** All pages in one step: a backup in several steps starts again after each write of another process. */
const allPages = 2 ** 31 - 1;

export async function writeSqliteBackup(databaseFile: string, file: string): Promise<void> {
  const source = new DatabaseSync(databaseFile, { readOnly: true });
  try {
    await backup(source, file, { rate: allPages });
  } finally {
    source.close();
  }
}

export async function readSqliteBackup(file: string): Promise<Contents> {
  const { db, close } = openReadOnly(`sqlite:${file}`);
  try {
    const { rows } = await sql<{ quick_check: string }>`pragma quick_check(1)`.execute(db);
    if (rows[0]?.quick_check !== 'ok') throw new BackupProblem(String(rows[0]?.quick_check));
    return await readContents(db);
  } finally {
    await close();
  }
}

/** Returns where the former database is kept; null when there was none. A crash leaves the former or the new one. */
export function replaceSqlite(databaseFile: string, file: string, asideFile: string): string | null {
  const draft = `${databaseFile}.restoring`;
  rmSync(draft, { force: true });
  copyFileSync(file, draft);
  chmodSync(draft, 0o600);
  keepOwner(draft, dirname(databaseFile));
  sync(draft);
  const hasFormer = existsSync(databaseFile);
  try {
    if (hasFormer) keepAside(databaseFile, asideFile);
  } catch (error) {
    rmSync(draft);
    throw error;
  }
  renameSync(draft, databaseFile);
  sync(dirname(databaseFile));
  return hasFormer ? asideFile : null;
}

/** An old log would damage the restored database: it is written into the former file, or kept with it. */
function keepAside(databaseFile: string, asideFile: string): void {
  const isWhole = endLog(databaseFile);
  linkSync(databaseFile, asideFile);
  if (isWhole) return;
  for (const log of ['-wal', '-shm'])
    if (existsSync(databaseFile + log)) renameSync(databaseFile + log, asideFile + log);
}

/** SQLite removes its log only when nobody else has the file open. False for a damaged file. */
function endLog(databaseFile: string): boolean {
  const database = new DatabaseSync(databaseFile, { timeout: 0 });
  try {
    database.exec('PRAGMA journal_mode = DELETE');
    return true;
  } catch (error) {
    const [SQLITE_BUSY, SQLITE_CORRUPT, SQLITE_NOTADB] = [5, 11, 26];
    const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0;
    if (code === SQLITE_CORRUPT || code === SQLITE_NOTADB) return false;
    if (code !== SQLITE_BUSY) throw error;
    throw new BackupProblem('The database is in use: stop all servers and commands first.');
  } finally {
    database.close();
  }
}

/** For root, who restores for the server's user. */
function keepOwner(file: string, folder: string): void {
  const { uid, gid } = statSync(folder);
  if (process.getuid?.() === 0) chownSync(file, uid, gid);
}

function sync(path: string): void {
  const opened = openSync(path, 'r');
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
