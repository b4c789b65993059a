import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fingerprintOf } from './fingerprint.ts';

/** The least characters of a secret. */
const minCharacters = 32;

/** Where an installation keeps its secret that was not set by the environment, and where a rotation keeps the next one. */
export function secretFiles(dataDir: string) {
  return { current: join(dataDir, 'secret'), next: join(dataDir, 'secret.next') };
}

/** The secret in a file; null when there is no such file. Throws what the file system says, and `SecretIsCut`. */
export function readSecretFile(file: string): string | null {
  try {
    const secret = readFileSync(file, 'utf8').trim();
    if (secret.length >= minCharacters) return secret;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  throw new SecretIsCut(
    `The secret in ${file} is not whole: at least ${minCharacters} characters are expected.`,
  );
}

export class SecretIsCut extends Error {}

/** Makes a file with a new secret, unless there is one: several who come at once read one secret. It is on the disk when this returns. */
export function makeSecretFile(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  // Made whole under another name, and linked into place.
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, {
    mode: 0o600,
    flag: 'wx',
    flush: true,
  });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(draft);
  }
  syncFolder(file);
}

/**
 * Puts the next secret in the place of the current one, where a rotation could not do so any more after it had ended in the
 * database.
 *
 * @param fingerprint of the secret that the database belongs to
 * @returns whether there was something to do
 */
export function endRotation(dataDir: string, fingerprint: string): boolean {
  const { current, next } = secretFiles(dataDir);
  if (isOf(current, fingerprint) || !isOf(next, fingerprint)) return false;
  renameSync(next, current);
  syncFolder(current);
  return true;
}

function isOf(file: string, fingerprint: string): boolean {
  const secret = readSecretFile(file);
  return secret !== null && fingerprintOf(secret) === fingerprint;
}

/** A name is on the disk when its folder is. */
function syncFolder(file: string): void {
  const folder = openSync(dirname(file), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
