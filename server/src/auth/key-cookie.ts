import { keyCookieValue, readBrowserKey, readEnd } from '@foyer/invitation-codes/key-cookie-value';
import type { CodeKeys } from '@foyer/invitation-codes/seal';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Config } from '../config/read-config.ts';
import { cookieName, isSecure } from '../http/cookies.ts';

export type KeyCookie = ReturnType<typeof keyCookie>;

/** The key to a guest's chats. `maxAgeSeconds` undefined: until the browser closes. */
export function keyCookie(
  config: Pick<Config, 'publicUrl'>,
  { keys, maxAgeSeconds }: { keys: CodeKeys; maxAgeSeconds: number | undefined },
) {
  const secure = isSecure(config);
  const name = cookieName('key', secure);
  const attributes = { httpOnly: true, sameSite: 'Lax', path: '/', secure } as const;
  const lasting = { ...attributes, ...(maxAgeSeconds !== undefined && { maxAge: maxAgeSeconds }) };

  return {
    name,
    set(c: Context, browserKey: Buffer, endsAt: number | null) {
      setCookie(c, name, keyCookieValue(keys, browserKey, endsAt), lasting);
    },
    /** The end of the guest's time may have changed since their entry. */
    noteEnd(c: Context, endsAt: number | null) {
      const value = getCookie(c, name);
      const browserKey = readBrowserKey(value);
      if (browserKey && readEnd(keys, value) !== endsAt)
        setCookie(c, name, keyCookieValue(keys, browserKey, endsAt), lasting);
    },
    /** When this browser's guest had to leave, epoch milliseconds; null for no end. */
    endIn: (c: Context): number | null => readEnd(keys, getCookie(c, name)),
    clear(c: Context) {
      setCookie(c, name, '', { ...attributes, maxAge: 0 });
    },
    prolong(c: Context) {
      const value = getCookie(c, name);
      if (value !== undefined && maxAgeSeconds !== undefined) setCookie(c, name, value, lasting);
    },
  };
}
