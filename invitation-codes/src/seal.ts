import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { canonical } from './code.ts';
import { openSealed, seal as sealBytes } from './keys/seal-bytes.ts';

/** The keys of an installation, each for one purpose, all derived from its secret. 32 bytes each. */
export type CodeKeys = {
  /** Finds codes. */
  digest: KeyObject;
  /** Hides the texts of codes. */
  seal: KeyObject;
  /** Hides the ids of entry attempts. */
  attempt: KeyObject;
  /** Wraps the data keys of members. */
  data: KeyObject;
};

/**
 * One key of 32 bytes for one purpose, by HKDF-SHA-256 (RFC 5869).
 *
 * @param secret the installation's secret; whoever has it can read every code
 * @param purpose what the key is for; other purposes give unrelated keys
 */
export function deriveKey(secret: string, purpose: string): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', purpose, 32)));
}

/** The keys that codes are kept under. The same secret gives the same keys. */
export function deriveKeys(secret: string): CodeKeys {
  return {
    digest: deriveKey(secret, 'invitation code: digest'),
    seal: deriveKey(secret, 'invitation code: seal'),
    attempt: deriveKey(secret, 'entry attempt: digest'),
    data: deriveKey(secret, 'data keys'),
  };
}

/** By what a code is found: HMAC-SHA-256 of its canonical form, base64url. */
export function digestOf(keys: Pick<CodeKeys, 'digest'>, text: string): string {
  return createHmac('sha256', keys.digest).update(canonical(text)).digest('base64url');
}

/** By what an entry attempt is found: HMAC-SHA-256 of its id in hexadecimal, in either case; base64url. */
export function attemptDigestOf(keys: CodeKeys, attemptId: string): string {
  return createHmac('sha256', keys.attempt).update(attemptId.toLowerCase()).digest('base64url');
}

/**
 * A code's text, encrypted, as base64url.
 *
 * @param digest the code's digest; what is sealed for one code cannot be opened as another's
 */
export function seal(keys: Pick<CodeKeys, 'seal'>, text: string, digest: string): string {
  return sealBytes(keys.seal, text, digest).toString('base64url');
}

/** The text that was sealed. Throws when the keys are others, or the sealed text or the digest was changed. */
export function unseal(keys: Pick<CodeKeys, 'seal'>, sealed: string, digest: string): string {
  const text = openSealed(keys.seal, Buffer.from(sealed, 'base64url'), digest);
  if (!text) throw new Error('a sealed code cannot be opened');
  return text.toString('utf8');
}
