import { createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';
import * as z from 'zod';
import { openSealed, seal } from './seal-bytes.ts';

/** Who can open a data key: the browser of a guest, by its cookie, or the server, by its secret. */
export type WrappedBy = 'browser' | 'secret';

/** A data key as it is kept: never in the clear. */
export type WrappedKey = { id: string; by: WrappedBy; key: string };

/** A key under which a person's texts are sealed. */
export type DataKey = { id: string; key: KeyObject };

/** A person's data keys: the one for new texts first. Others came with chats that were moved to the person. */
export type DataKeys = [DataKey, ...DataKey[]];

/** What opens the data keys of one person. */
export type Opener = {
  userId: string;
  /** Derived from the installation's secret: `deriveKey(secret, 'data keys')`. */
  secretKey: KeyObject;
  /** What the person's browser holds; null for none. */
  browserKey: Buffer | null;
};

const keyBytes = 32;
const browserKeyBytes = 16;

/** What a guest's browser holds: 128 bits that are neither in the database nor derived from the secret. */
export function browserKeyOfAttempt(attemptId: string | null): Buffer {
  if (attemptId === null) return randomBytes(browserKeyBytes);
  // The retry of an entry gives the same one, so that both answers open the same chats.
  return Buffer.from(hkdfSync('sha256', attemptId.toLowerCase(), '', 'browser key', browserKeyBytes));
}

/**
 * What the browser of a guest is to hold whose keys the secret still wraps. Each answer gives the same one, so that none of them
 * may be lost; once the keys are wrapped with it, nobody can derive it without them.
 */
export function browserKeyOfDataKeys([{ key }]: DataKeys, userId: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key.export(), userId, 'browser key', browserKeyBytes));
}

/** A new data key. */
export function newDataKey(): DataKey {
  return { id: randomBytes(8).toString('base64url'), key: createSecretKey(randomBytes(keyBytes)) };
}

/** Data keys as they are kept with their person, in one text. Throws when it takes a browser key and there is none. */
export function wrap(keys: DataKeys, by: WrappedBy, opener: Opener): string {
  const wrapping = wrappingKey(by, opener);
  if (!wrapping) throw new Error('there is no key of a browser to wrap with');
  const wrapped = keys.map(
    ({ id, key }): WrappedKey => ({
      id,
      by,
      key: seal(wrapping, key.export(), associated(id, opener)).toString('base64url'),
    }),
  );
  return JSON.stringify(wrapped);
}

/** The data keys of a person; null when what the browser holds does not open them. */
export function unwrap(kept: string, opener: Opener): DataKeys | null {
  const keys: DataKey[] = [];
  for (const { id, by, key } of keptKeys.parse(JSON.parse(kept))) {
    const wrapping = wrappingKey(by, opener);
    const opened = wrapping && openSealed(wrapping, Buffer.from(key, 'base64url'), associated(id, opener));
    if (!opened) return null;
    keys.push({ id, key: createSecretKey(opened) });
  }
  const [first, ...others] = keys;
  return first ? [first, ...others] : null;
}

/** Who can open the keys that are kept. */
export function wrappedBy(kept: string): WrappedBy {
  const [first] = keptKeys.parse(JSON.parse(kept));
  return first?.by ?? 'secret';
}

const keptKeys = z
  .array(z.object({ id: z.string(), by: z.enum(['browser', 'secret']), key: z.string() }))
  .min(1);

function wrappingKey(by: WrappedBy, { userId, secretKey, browserKey }: Opener): KeyObject | null {
  if (by === 'secret') return secretKey;
  if (!browserKey || browserKey.length !== browserKeyBytes) return null;
  return createSecretKey(Buffer.from(hkdfSync('sha256', browserKey, userId, 'guest data key', keyBytes)));
}

/** A key that was wrapped for one person cannot be given to another. */
function associated(id: string, { userId }: Opener): string {
  return `data key ${id} of ${userId}`;
}
