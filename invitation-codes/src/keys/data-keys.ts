import { createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';
import * as z from 'zod';
import { openSealed, seal } from '../seal-bytes.ts';

/** Whether a data key is opened by a guest's browser, with its cookie, or by the server, with its secret. */
export type WrappedBy = 'browser' | 'secret';

/** A data key as it is stored: always encrypted. */
export type WrappedKey = { id: string; by: WrappedBy; key: string };

export type DataKey = { id: string; key: KeyObject };

/** The first key is for new texts. The others came with data that was moved to the person. */
export type DataKeys = [DataKey, ...DataKey[]];

export type Opener = {
  userId: string;
  /** `deriveKey(secret, 'data keys')`. */
  secretKey: KeyObject;
  /** The key in the person's browser; null without one. */
  browserKey: Buffer | null;
};

const keyBytes = 32;
const browserKeyBytes = 16;

/** The key for a new guest's browser: 128 bits that are neither in the database nor derived from the secret. */
export function browserKeyOfAttempt(attemptId: string | null): Buffer {
  if (attemptId === null) return randomBytes(browserKeyBytes);
  // A retried entry gets the same key, so that both answers open the same data.
  return Buffer.from(hkdfSync('sha256', attemptId.toLowerCase(), '', 'browser key', browserKeyBytes));
}

/**
 * The browser key for a guest whose data keys are still wrapped by the secret. It is the same in every answer, so that a
 * lost answer does no harm. Once the data keys are wrapped with it, nobody can derive it without them.
 */
export function browserKeyOfDataKeys([{ key }]: DataKeys, userId: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key.export(), userId, 'browser key', browserKeyBytes));
}

export function newDataKey(): DataKey {
  return { id: randomBytes(8).toString('base64url'), key: createSecretKey(randomBytes(keyBytes)) };
}

/** Encrypts data keys for the person's row, as one text. Throws when a browser key is needed and there is none. */
export function wrap(keys: DataKeys, by: WrappedBy, opener: Opener): string {
  const wrapping = wrappingKey(by, opener);
  if (!wrapping) throw new Error('there is no browser key to wrap with');
  const wrapped = keys.map(
    ({ id, key }): WrappedKey => ({
      id,
      by,
      key: seal(wrapping, key.export(), associated(id, opener)).toString('base64url'),
    }),
  );
  return JSON.stringify(wrapped);
}

/** Decrypts data keys. Null when the opener's keys do not open them. */
export function unwrap(stored: string, opener: Opener): DataKeys | null {
  const keys: DataKey[] = [];
  for (const { id, by, key } of storedKeys.parse(JSON.parse(stored))) {
    const wrapping = wrappingKey(by, opener);
    const opened = wrapping && openSealed(wrapping, Buffer.from(key, 'base64url'), associated(id, opener));
    if (!opened) return null;
    keys.push({ id, key: createSecretKey(opened) });
  }
  const [first, ...others] = keys;
  return first ? [first, ...others] : null;
}

export function wrappedBy(stored: string): WrappedBy {
  const [first] = storedKeys.parse(JSON.parse(stored));
  return first?.by ?? 'secret';
}

const storedKeys = z
  .array(z.object({ id: z.string(), by: z.enum(['browser', 'secret']), key: z.string() }))
  .min(1);

function wrappingKey(by: WrappedBy, { userId, secretKey, browserKey }: Opener): KeyObject | null {
  if (by === 'secret') return secretKey;
  if (!browserKey || browserKey.length !== browserKeyBytes) return null;
  return createSecretKey(Buffer.from(hkdfSync('sha256', browserKey, userId, 'guest data key', keyBytes)));
}

/** A key that was wrapped for one person cannot be copied to another. */
function associated(id: string, { userId }: Opener): string {
  return `data key ${id} of ${userId}`;
}
