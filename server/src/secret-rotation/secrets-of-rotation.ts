import type { Database } from '@foyer/database';
import type { Config } from '../config/read-config.ts';
import { type Fingerprints, fingerprintOf, fingerprintsIn } from '../installation/fingerprint.ts';
import { InstallationError } from '../installation/installation.ts';
import { endRotation, makeSecretFile, readSecretFile, secretFiles } from '../installation/secret-file.ts';

export type Secrets = { former: string; next: string; fingerprints: { next: string } };

/** The new secret (`given`, or a new file) is on the disk before any row uses it. */
export async function secretsOf(
  { secret, dataDir }: Pick<Config, 'secret' | 'dataDir'>,
  database: Pick<Database, 'db'>,
  given: string | null,
): Promise<Secrets> {
  const known = await fingerprintsIn(database);
  if (known.current === undefined) throw new InstallationError('There is no secret yet: start Foyer first.');
  const { former, next } =
    secret === null ? secretsInFolder(dataDir, known, given) : secretsOfEnvironment(secret, given);
  const fingerprints = { former: fingerprintOf(former), next: fingerprintOf(next) };
  if (fingerprints.next === known.current)
    throw new InstallationError('The rotation has ended already: start Foyer with the new secret.');
  if (fingerprints.former !== known.current)
    throw new InstallationError(
      'The secret does not belong to this database. An unfinished rotation needs both the former and the new secret.',
    );
  if (known.next !== undefined && known.next !== fingerprints.next) throw rotationByAnother();
  return { former, next, fingerprints };
}

export function rotationByAnother(): InstallationError {
  return new InstallationError('The rotation was started with another new secret: continue with that one.');
}

function secretsOfEnvironment(former: string, next: string | null) {
  if (next === null)
    throw new InstallationError(
      'The secret is set by SECRET or SECRET_FILE: write the new one into a file and pass it with --new-secret-file.',
    );
  return { former, next };
}

function secretsInFolder(dataDir: string, known: Fingerprints, given: string | null) {
  if (given !== null)
    throw new InstallationError(
      'SECRET is not set, so the new secret is created in the data folder: leave out --new-secret-file.',
    );
  const files = secretFiles(dataDir);
  if (known.current !== undefined && endRotation(dataDir, known.current))
    throw new InstallationError('An interrupted rotation is finished now: start Foyer.');
  const former = readSecretFile(files.current);
  if (former === null)
    throw new InstallationError(`The secret is missing: restore the file ${files.current}.`);
  if (known.next === undefined && readSecretFile(files.next) === null) makeSecretFile(files.next);
  const next = readSecretFile(files.next);
  if (next === null)
    throw new InstallationError(
      `The new secret of an unfinished rotation is missing: restore the file ${files.next}.`,
    );
  return { former, next };
}
