import { accessSync, constants } from 'node:fs';
import { isMigrated } from '@foyer/database/migrate';
import { openReadOnly, type ReadOnlyDatabase } from '@foyer/database/open-read-only';
import type { Config } from '../config/read-config.ts';
import { checkDefaultCodes } from './check-codes.ts';
import { checkModelCalls } from './check-model-calls.ts';
import { checkNamedAssistants } from './check-named-assistants.ts';
import { checkSealing } from './check-sealing.ts';
import { checkSecret } from './check-secret.ts';
import { checkStoredSettings } from './check-stored-settings.ts';
import { about, beforeDeadline, type Finding, reasonOf } from './finding.ts';

type CheckContext = { deadline: AbortSignal; now: number };

const aboutDatabase = about('database');
const aboutMigrations = about('migrations');

export async function checkInstallation(config: Config, context: CheckContext): Promise<Finding[]> {
  const database = await tryOpen(config.databaseUrl, context.deadline);
  if (!('db' in database)) return [database, ...(await checkWithin(config, null, context))];
  try {
    const kind = database.kind === 'sqlite' ? 'SQLite' : 'PostgreSQL';
    const findings = await beforeDeadline(context.deadline, checkWithin(config, database, context));
    return [aboutDatabase.ok(`It can be opened (${kind}).`), ...findings];
  } catch (error) {
    const unread = aboutDatabase.failed(
      `It cannot be read: ${inWords(error)}.`,
      fixDatabase(config.databaseUrl),
    );
    return [unread, ...(await checkWithin(config, null, context))];
  } finally {
    await closeDatabase(database, context.deadline);
  }
}

async function checkWithin(
  config: Config,
  database: ReadOnlyDatabase | null,
  { now }: CheckContext,
): Promise<Finding[]> {
  const tables = database ? await database.db.introspection.getTables() : [];
  const hasAll = database !== null && (await isMigrated(database));
  const hasSettings = tables.some(({ name }) => name === 'setting');
  const secret = await checkSecret(config, hasSettings ? (database?.db ?? null) : null);
  const db = hasAll ? database.db : null;
  const stored = await checkStoredSettings(config, { db, keys: secret.keys });
  return [
    database ? reportMigrations(hasAll, tables.length > 0) : notChecked(aboutMigrations),
    secret.finding,
    ...stored,
    ...(await checkSealing(config.databaseUrl, db)),
    ...(await checkDefaultCodes(config, { db, keys: secret.keys }, now)),
    ...(await checkModelCalls(config.limits, db, now)),
    ...(await checkNamedAssistants(config, db)),
  ];
}

function reportMigrations(hasAll: boolean, hasSome: boolean): Finding {
  if (hasAll) return aboutMigrations.ok('The tables are up to date.');
  return aboutMigrations.failed(
    hasSome ? 'The tables are of an older version.' : 'There are no tables yet.',
    hasSome ? 'Make a backup, then run `./foyer migrate`.' : 'Run `./foyer migrate`.',
  );
}

function notChecked({ off }: ReturnType<typeof about>): Finding {
  return off('Not checked: the database could not be opened.', 'Fix the database first.');
}

async function tryOpen(url: string, deadline: AbortSignal): Promise<ReadOnlyDatabase | Finding> {
  const missing = url.startsWith('sqlite:') ? problemOfFile(url.slice('sqlite:'.length)) : null;
  if (missing) return missing;
  let database: ReadOnlyDatabase | undefined;
  try {
    database = openReadOnly(url);
    await beforeDeadline(deadline, database.db.introspection.getSchemas());
    return database;
  } catch (error) {
    if (database) await closeDatabase(database, deadline);
    return aboutDatabase.failed(`It cannot be opened: ${inWords(error)}.`, fixDatabase(url));
  }
}

async function closeDatabase({ close }: ReadOnlyDatabase, deadline: AbortSignal) {
  if (!deadline.aborted) return close();
  close().catch(() => {});
}

function problemOfFile(file: string): Finding | null {
  try {
    accessSync(file, constants.R_OK | constants.W_OK);
    return null;
  } catch (error) {
    if (reasonOf(error) === 'ENOENT')
      return aboutDatabase.failed(
        `There is none yet at ${file}.`,
        'Run `./foyer migrate` or start Foyer: both create it.',
      );
    return aboutDatabase.failed(
      `The file ${file} cannot be read and written: ${reasonOf(error)}.`,
      reasonOf(error) === 'ENOTDIR'
        ? 'Set DATA_DIR or DATABASE_URL to a place inside a folder.'
        : 'Run this command as the user of the server.',
    );
  }
}

const postgresReasons: Record<string, string> = {
  '28P01': 'it does not accept the user and the password',
  '28000': 'it refuses this user',
  '3D000': 'there is no database of that name',
};

function inWords(error: unknown): string {
  const reason = reasonOf(error);
  // No code: no connection was made, or we gave up.
  if (reason === 'Unavailable') return 'it did not answer in time';
  // SQLite's messages are safe to print: no other service wrote them.
  if (reason === 'ERR_SQLITE_ERROR' && error instanceof Error) return error.message;
  return postgresReasons[reason] ?? reason;
}

function fixDatabase(url: string): string {
  return url.startsWith('sqlite:')
    ? 'Restore a backup (docs/self-hosting.md), or set DATABASE_URL to the right place.'
    : 'Check that PostgreSQL is running and that DATABASE_URL has the right host, user, password and database.';
}
