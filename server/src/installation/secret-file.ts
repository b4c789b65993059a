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

const minCharacters = 32;

export function secretFiles(dataDir: string) {
  return { current: join(dataDir, 'secret'), next: join(dataDir, 'secret.next') };
}

/** Null when there is no file. @throws SecretIsCut, or the file system's error */
export function readSecretFile(file: string): string | null {
  try {
    const secret = readFileSync(file, 'utf8').trim();
    if (secret.length >= minCharacters) return secret;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  throw new SecretIsCut(
    `The secret in ${file} is incomplete: at least ${minCharacters} characters are expected.`,
  );
}

export class SecretIsCut extends Error {}

/** Several processes that start at once get one secret. It is on the disk when this returns. */
export function makeSecretFile(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  // Written completely under another name, then linked into place.
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

/** For a rotation that ended in the database but not in the file. Returns whether it did something. */
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

/** A new file name is on the disk only after its folder is synced. */
function syncFolder(file: string): void {
  const folder = openSync(dirname(file), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
