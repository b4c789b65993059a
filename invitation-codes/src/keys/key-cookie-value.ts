import { createHmac, timingSafeEqual } from 'node:crypto';
import type { CodeKeys } from '../seal.ts';

// The cookie holds the browser key; for a guest whose time is limited also its end, signed: `KEY.END.SIGNATURE`. After the
// erasure it is all that tells why the session is gone.

type Keys = Pick<CodeKeys, 'attempt'>;

/** @param endsAt epoch milliseconds; null for a guest without an end */
export function keyCookieValue(keys: Keys, browserKey: Buffer, endsAt: number | null): string {
  const key = browserKey.toString('base64url');
  return endsAt === null ? key : `${key}.${endsAt}.${signatureOf(keys, key, String(endsAt))}`;
}

/** Reads the browser key from its cookie's value; null when it is not one. */
export function readBrowserKey(cookie: string | null | undefined): Buffer | null {
  const [key = ''] = cookie?.split('.', 1) ?? [];
  return /^[\w-]{22}$/.test(key) ? Buffer.from(key, 'base64url') : null;
}

/** When the guest's time is over, epoch milliseconds; null when the cookie carries no end of ours. */
export function readEnd(keys: Keys, cookie: string | null | undefined): number | null {
  const [, key = '', end = '', signature = ''] =
    /^([\w-]{22})\.(\d{1,15})\.([\w-]{43})$/.exec(cookie ?? '') ?? [];
  const expected = signatureOf(keys, key, end);
  const isOurs = signature !== '' && timingSafeEqual(Buffer.from(signature), Buffer.from(expected));
  return isOurs ? Number(end) : null;
}

function signatureOf({ attempt }: Keys, key: string, end: string): string {
  return createHmac('sha256', attempt).update(`end of a guest: ${key}.${end}`).digest('base64url');
}
