import { canonical, readTyped } from '@foyer/invitation-codes/code';

const key = 'foyer.attempt';

/** The code to enter with: the default one, or one that was typed. */
export type Intention = { default: true } | { code: string };

/**
 * The id of this attempt to enter. It is kept until the attempt succeeds: the server answers a retry with the same guest.
 * Another code is another attempt.
 */
export function attemptFor(intention: Intention, storage: Storage = sessionStorage): string {
  const [id, mark] = storage.getItem(key)?.split('.') ?? [];
  if (id && mark === markOf(id, intention)) return id;
  const fresh = randomHex(16);
  storage.setItem(key, `${fresh}.${markOf(fresh, intention)}`);
  return fresh;
}

export function forgetAttempt(storage: Storage = sessionStorage): void {
  storage.removeItem(key);
}

function randomHex(bytes: number): string {
  const random = crypto.getRandomValues(new Uint8Array(bytes));
  return Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Tells one code from another. 16 bits, salted by the id: too few to reveal a code. */
function markOf(id: string, intention: Intention): string {
  const text = `${id}/${'code' in intention ? `code ${canonical(readTyped(intention.code))}` : 'default'}`;
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return ((hash ^ (hash >>> 16)) & 0xffff).toString(16);
}
