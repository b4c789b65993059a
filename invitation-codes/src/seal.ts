import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { canonical, readTyped } from './code.ts';
import { openSealed, seal as sealBytes } from './seal-bytes.ts';
import { formerCanonical } from './text/former-canonical.ts';

/** All derived from the installation's secret, 32 bytes each. */
export type CodeKeys = {
  digest: KeyObject;
  seal: KeyObject;
  /** Finds entry attempts. */
  attempt: KeyObject;
  /** Wraps the data keys of members. */
  data: KeyObject;
};

/** A key of 32 bytes, by HKDF-SHA-256 (RFC 5869). Keys for different purposes are unrelated. */
export function deriveKey(secret: string, purpose: string): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', purpose, 32)));
}

export function deriveKeys(secret: string): CodeKeys {
  return {
    digest: deriveKey(secret, 'invitation code: digest'),
    seal: deriveKey(secret, 'invitation code: seal'),
    attempt: deriveKey(secret, 'entry attempt: digest'),
    data: deriveKey(secret, 'data keys'),
  };
}

/** A code's digest, which finds it: HMAC-SHA-256 of the canonical form of the code in a text, base64url. */
export function digestOf(keys: Pick<CodeKeys, 'digest'>, text: string): string {
  return keyedDigest(keys, canonical(readTyped(text)));
}

/** The digest of version 0.1, which codes keep when two have become one. */
export function formerDigestOf(keys: Pick<CodeKeys, 'digest'>, text: string): string {
  return keyedDigest(keys, formerCanonical(text));
}

function keyedDigest({ digest }: Pick<CodeKeys, 'digest'>, form: string): string {
  return createHmac('sha256', digest).update(form).digest('base64url');
}

/** An entry attempt's digest: HMAC-SHA-256 of its hexadecimal id, case ignored; base64url. */
export function attemptDigestOf(keys: CodeKeys, attemptId: string): string {
  return createHmac('sha256', keys.attempt).update(attemptId.toLowerCase()).digest('base64url');
}

/** Encrypts a code's text, as base64url. A text sealed with one code's digest cannot be opened as another code's. */
export function seal(keys: Pick<CodeKeys, 'seal'>, text: string, digest: string): string {
  return sealBytes(keys.seal, text, digest).toString('base64url');
}

/** Decrypts a code's text. Throws with other keys, or when the sealed text or the digest was changed. */
export function unseal(keys: Pick<CodeKeys, 'seal'>, sealed: string, digest: string): string {
  const text = openSealed(keys.seal, Buffer.from(sealed, 'base64url'), digest);
  if (!text) throw new Error('a sealed code cannot be opened');
  return text.toString('utf8');
}
