import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Config } from '../config/read-config.ts';
import { cookieName, isSecure } from '../http/cookies.ts';

export type KeyCookie = ReturnType<typeof keyCookie>;

/**
 * The cookie in which a guest's browser holds what opens the guest's chats. It begins and ends with the session's.
 *
 * @param maxAgeSeconds how long it lasts; undefined where it ends with the browser
 */
export function keyCookie(config: Pick<Config, 'publicUrl'>, maxAgeSeconds: number | undefined) {
  const secure = isSecure(config);
  const name = cookieName('key', secure);
  const attributes = { httpOnly: true, sameSite: 'Lax', path: '/', secure } as const;
  const lasting = { ...attributes, ...(maxAgeSeconds !== undefined && { maxAge: maxAgeSeconds }) };

  return {
    name,
    set(c: Context, browserKey: Buffer) {
      setCookie(c, name, browserKey.toString('base64url'), lasting);
    },
    /** Prolongs it together with the session's, where it does not end with the browser. */
    prolong(c: Context) {
      const value = getCookie(c, name);
      if (value !== undefined && maxAgeSeconds !== undefined) setCookie(c, name, value, lasting);
    },
  };
}
