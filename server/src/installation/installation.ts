import { accessSync, constants } from 'node:fs';
import { type Database, openDatabase } from '@foyer/database';
import { isMigrated, migrate } from '@foyer/database/migrate';
import { type CodeKeys, deriveKeys } from '@foyer/invitation-codes/seal';
import { InstallationError } from '../config/installation-error.ts';
import type { Config } from '../config/read-config.ts';
import type { Log } from '../telemetry/log.ts';
import { fingerprintOf, fingerprintsIn } from './fingerprint.ts';
import { type FormerSessions, formerSessionsIn } from './former-sessions.ts';
import { rewriteCodes } from './rewrite-codes.ts';
import { endRotation, makeSecretFile, readSecretFile, SecretIsCut, secretFiles } from './secret-file.ts';

export { InstallationError } from '../config/installation-error.ts';

export type Installation = {
  database: Database;
  secret: string;
  keys: CodeKeys;
  formerSessions: FormerSessions[];
  close: () => Promise<void>;
};

type DatabaseConfig = Pick<Config, 'databaseUrl'> & Partial<Pick<Config, 'databasePoolSize'>>;

/** A server repeats its statements, and limits the time of each, in milliseconds. */
const servingOptions = { keepsStatements: true, answerMs: 15_000 };

// Checks that the secret is the one that sealed the codes. `serving`: migrate first (others refuse an old database) and
// keep prepared statements. Throws InstallationError.
export async function openInstallation(
  config: DatabaseConfig & Pick<Config, 'dataDir' | 'secret'>,
  { serving = false, log = () => {} }: { serving?: boolean; log?: Log } = {},
): Promise<Installation> {
  if (serving) await bringUpToDate(config);
  const database = await openMigrated(config, serving ? servingOptions : {});
  try {
    const secret = await readSecret(config, database);
    const formerSessions = await formerSessionsIn(database, secret);
    const keys = deriveKeys(secret);
    await rewriteCodes({ database, keys, log, now: Date.now });
    return { database, secret, keys, formerSessions, close: database.close };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Opens a migrated database without checking the secret. @throws InstallationError */
export async function openMigrated(
  config: DatabaseConfig,
  how: Partial<typeof servingOptions> = {},
): Promise<Database> {
  if (!isThere(config.databaseUrl)) throw notMigrated();
  const database = await open(config, how);
  try {
    if (!(await isMigrated(database))) throw notMigrated();
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Uses its own connection: a migration has no time limit. */
async function bringUpToDate(config: DatabaseConfig) {
  const database = await open(config, {});
  try {
    await migrate(database);
  } finally {
    await database.close();
  }
}

async function open({ databaseUrl, databasePoolSize }: DatabaseConfig, how: Partial<typeof servingOptions>) {
  try {
    const database = openDatabase(databaseUrl, { poolSize: databasePoolSize, ...how });
    await database.db.introspection.getSchemas();
    return database;
  } catch (error) {
    throw new InstallationError(`The database cannot be opened: ${describe(error)}`);
  }
}

function describe(error: unknown): string {
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
        ? `The database ${file} cannot be opened: permission is denied. Run this command as the user of the server.`
        : `The database cannot be opened: ${describe(error)}`,
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
  const { current, next } = await fingerprintsIn({ db });
  if (next !== undefined)
    throw new InstallationError(
      'A rotation of the secret is not finished: run `./foyer secret rotate` again until it finishes.',
    );
  const secret = config.secret ?? secretIn(config.dataDir, current);
  if (current !== undefined && current !== fingerprintOf(secret)) {
    throw new InstallationError(
      'The secret does not belong to this database: set SECRET, or restore the file `secret` in the data folder.',
    );
  }
  if (current !== undefined) return secret;
  await db
    .insertInto('setting')
    .values({ key: 'secretFingerprint', value: fingerprintOf(secret) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  // A race: the process that came first has decided.
  return readSecret({ ...config, secret }, { db });
}

/** Creates the secret only when the database has none yet. */
function secretIn(dataDir: string, current: string | undefined): string {
  const file = secretFiles(dataDir).current;
  try {
    if (current === undefined && readSecretFile(file) === null) makeSecretFile(file);
    if (current !== undefined) endRotation(dataDir, current);
    const secret = readSecretFile(file);
    if (secret !== null) return secret;
  } catch (error) {
    if (error instanceof SecretIsCut) throw new InstallationError(error.message);
    throw new InstallationError(`The secret cannot be read or created: ${describe(error)}`);
  }
  throw new InstallationError(
    `The secret of this database is missing: set SECRET, or restore the file ${file}.`,
  );
}
