import type { Database } from '@foyer/database';
import type { Config } from '../config/read-config.ts';
import { type Fingerprints, fingerprintOf, fingerprintsIn } from '../installation/fingerprint.ts';
import { InstallationError } from '../installation/installation.ts';
import { endRotation, makeSecretFile, readSecretFile, secretFiles } from '../installation/secret-file.ts';

/** The secret that goes, and the one that takes its place. */
export type Secrets = { former: string; next: string; fingerprints: { next: string } };

/**
 * Finds the secret that goes, and the one that comes: of the environment, or in the data folder, where it is made. It is safe on
 * the disk before anything is kept under it.
 *
 * @param given the new one, where the environment sets the secret
 */
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
      'The secret is not the one that this database was made with. Until a rotation has ended, it takes the former one and the new one.',
    );
  if (known.next !== undefined && known.next !== fingerprints.next) throw rotationByAnother();
  return { former, next, fingerprints };
}

export function rotationByAnother(): InstallationError {
  return new InstallationError(
    'The rotation was begun with another new secret: it goes on with that one alone.',
  );
}

function secretsOfEnvironment(former: string, next: string | null) {
  if (next === null)
    throw new InstallationError(
      'The secret is set by SECRET or SECRET_FILE: write the new one into a file, and name it by --new-secret-file.',
    );
  return { former, next };
}

function secretsInFolder(dataDir: string, known: Fingerprints, given: string | null) {
  if (given !== null)
    throw new InstallationError(
      'SECRET is not set: the new secret is made in the data folder, and --new-secret-file is for nothing.',
    );
  const files = secretFiles(dataDir);
  if (known.current !== undefined && endRotation(dataDir, known.current))
    throw new InstallationError(
      'The rotation that was broken off at its very end has ended now: start Foyer.',
    );
  const former = readSecretFile(files.current);
  if (former === null)
    throw new InstallationError(`The secret is missing: put back the file ${files.current}.`);
  if (known.next === undefined && readSecretFile(files.next) === null) makeSecretFile(files.next);
  const next = readSecretFile(files.next);
  if (next === null)
    throw new InstallationError(
      `The new secret of a rotation that has begun is missing: put back the file ${files.next}.`,
    );
  return { former, next };
}
