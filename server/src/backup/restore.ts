import {
  BackupProblem,
  type Contents,
  isInUse,
  readBackup,
  readPresent,
  replaceDatabase,
} from '@foyer/database/backup';
import { migrationNames } from '@foyer/database/migrate';
import type { Config } from '../config/read-config.ts';
import { fingerprintOf } from '../installation/fingerprint.ts';
import { isServedAt, localAddress } from '../installation/running-server.ts';
import { readSecretFile, secretFiles } from '../installation/secret-file.ts';

export { BackupProblem, writeBackup } from '@foyer/database/backup';

type RestoreConfig = Pick<Config, 'databaseUrl' | 'dataDir' | 'secret' | 'host' | 'port'>;

export type RestorePlan = {
  codes: number;
  redemptions: number;
  /** Codes whose uses were spent after the backup and are free again; null when the present database cannot be read. */
  freedCodes: number | null;
  /** Codes that were created after the backup and are gone; null as above. */
  lostCodes: number | null;
};

/** Checks everything and changes nothing. @throws BackupProblem when this backup cannot be restored here */
export async function planRestore(config: RestoreConfig, file: string): Promise<RestorePlan> {
  const then = await readBackup(config.databaseUrl, file);
  const isNewer = then.migrations.some((name) => !migrationNames(config.databaseUrl).includes(name));
  if (isNewer) throw new BackupProblem('The backup was made by a newer version of Foyer: update first.');
  checkSecret(config, then.settings);
  const address = localAddress(config);
  if (await isServedAt(address))
    throw new BackupProblem(`A server answers at ${address}: stop all servers first.`);
  const now = await readPresent(config.databaseUrl);
  if (now && (await isInUse(config.databaseUrl)))
    throw new BackupProblem('A server or a command uses the database: stop all of them first.');
  return {
    codes: then.redemptions.size,
    redemptions: [...then.redemptions.values()].reduce((sum, count) => sum + count, 0),
    ...(now ? compare(now, then) : { freedCodes: null, lostCodes: null }),
  };
}

/** Run `planRestore` first. Returns where the former SQLite database is kept; null for none, and for PostgreSQL. */
export function restore(config: RestoreConfig, file: string): Promise<string | null> {
  return replaceDatabase(config.databaseUrl, file, new Date());
}

export function secretPlace({ secret, dataDir }: Pick<Config, 'secret' | 'dataDir'>): string {
  return secret === null ? secretFiles(dataDir).current : 'SECRET or SECRET_FILE';
}

function checkSecret(config: RestoreConfig, settings: Map<string, string>): void {
  const secret = config.secret ?? readSecretFile(secretFiles(config.dataDir).current);
  if (secret === null)
    throw new BackupProblem(
      `The secret of the backup is needed: set SECRET, or put it into ${secretPlace(config)} first.`,
    );
  if (settings.get('secretFingerprint') !== fingerprintOf(secret))
    throw new BackupProblem(
      `The secret (${secretPlace(config)}) does not belong to this backup: nothing in it could be opened.`,
    );
}

function compare(now: Contents, then: Contents) {
  const codes = [...now.redemptions];
  return {
    freedCodes: codes.filter(([id, count]) => count > (then.redemptions.get(id) ?? count)).length,
    lostCodes: codes.filter(([id]) => !then.redemptions.has(id)).length,
  };
}
