import { createHmac, randomBytes } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { type Database, openDatabase } from '@foyer/database';
import { isMigrated, migrate } from '@foyer/database/migrate';
import { type CodeKeys, deriveKey, deriveKeys } from '@foyer/invitation-codes/seal';
import type { Config } from './config.ts';

/** A database with the secret that belongs to it. */
export type Installation = { database: Database; secret: string; keys: CodeKeys; close: () => Promise<void> };

/** Where the database is, and how many connections to it there may be. */
type Place = Pick<Config, 'databaseUrl'> & Partial<Pick<Config, 'databasePoolSize'>>;

/** How a server uses PostgreSQL: it asks the same again and again, and nobody waits for an answer for longer than this. */
const whileServing = { keepsStatements: true, answerMs: 15_000 };

/** Why the installation cannot be opened, in one sentence for the operator. */
export class InstallationError extends Error {
  override name = 'InstallationError';
}

/**
 * Opens the database of this installation and makes sure that its secret is the one that its codes were sealed with.
 *
 * @param serving for a server: the tables are brought up to date first (otherwise a database that is not is refused), and
 * PostgreSQL keeps statements
 * @throws InstallationError
 */
export async function openInstallation(
  config: Place & Pick<Config, 'dataDir' | 'secret'>,
  { serving = false } = {},
): Promise<Installation> {
  if (!serving && !isThere(config.databaseUrl)) throw notMigrated();
  if (serving) await bringUpToDate(config);
  const database = await open(config, serving ? whileServing : {});
  try {
    if (!(await isMigrated(database))) throw notMigrated();
    const secret = await readSecret(config, database);
    return { database, secret, keys: deriveKeys(secret), close: database.close };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** By a connection of its own: a migration takes as long as it takes. */
async function bringUpToDate(config: Place) {
  const database = await open(config, {});
  try {
    await migrate(database);
  } finally {
    await database.close();
  }
}

async function open({ databaseUrl, databasePoolSize }: Place, how: Partial<typeof whileServing>) {
  try {
    const database = openDatabase(databaseUrl, { poolSize: databasePoolSize, ...how });
    await database.db.introspection.getSchemas();
    return database;
  } catch (error) {
    throw new InstallationError(`The database cannot be opened: ${inWords(error)}`);
  }
}

function inWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code = '', path } = error as NodeJS.ErrnoException;
  if (['EEXIST', 'ENOTDIR'].includes(code)) return `DATA_DIR or DATABASE_URL leads to no folder: ${path}`;
  return error.message;
}

function isThere(databaseUrl: string): boolean {
  if (!databaseUrl.startsWith('sqlite:')) return true;
  const file = databaseUrl.slice('sqlite:'.length);
  try {
    accessSync(file, constants.R_OK | constants.W_OK);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    const isForbidden = error instanceof Error && 'code' in error && error.code === 'EACCES';
    throw new InstallationError(
      isForbidden
        ? `The database ${file} cannot be opened: permission is denied. Run this as the user that the server runs as.`
        : `The database cannot be opened: ${inWords(error)}`,
    );
  }
}

function notMigrated() {
  return new InstallationError('The database has no tables yet, or older ones: run `./foyer migrate` first.');
}

async function readSecret(
  config: Pick<Config, 'dataDir' | 'secret'>,
  { db }: Pick<Database, 'db'>,
): Promise<string> {
  const known = await db
    .selectFrom('setting')
    .select('value')
    .where('key', '=', 'secretFingerprint')
    .executeTakeFirst();
  const secret = config.secret ?? readSecretFile(join(config.dataDir, 'secret'), { making: !known });
  if (known && known.value !== fingerprintOf(secret)) {
    throw new InstallationError(
      'The secret is not the one that this database was made with: set SECRET, or put back the file `secret` in the data folder.',
    );
  }
  if (known) return secret;
  await db
    .insertInto('setting')
    .values({ key: 'secretFingerprint', value: fingerprintOf(secret) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  // Whoever came first has decided.
  return readSecret({ ...config, secret }, { db });
}

/** By what a database knows its secret again. */
export function fingerprintOf(secret: string): string {
  return createHmac('sha256', deriveKey(secret, 'secret: fingerprint')).update('foyer').digest('base64url');
}

function readSecretFile(file: string, { making }: { making: boolean }): string {
  const isThere = existsSync(file);
  if (!isThere && !making) {
    throw new InstallationError(
      `The secret that this database was made with is missing: set SECRET, or put back the file ${file}.`,
    );
  }
  try {
    if (!isThere) makeSecretFile(file);
    const secret = readFileSync(file, 'utf8').trim();
    if (secret.length >= 32) return secret;
  } catch (error) {
    const verb = isThere ? 'read' : 'made';
    throw new InstallationError(`The secret cannot be ${verb}: ${inWords(error)}`);
  }
  throw new InstallationError(`The secret in ${file} is not whole: at least 32 characters are expected.`);
}

/** Made whole under another name and linked into place, so that several who come at once read one secret. */
function makeSecretFile(file: string) {
  mkdirSync(join(file, '..'), { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(draft);
  }
}
