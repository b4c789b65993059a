import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Config } from '../config/read-config.ts';
import { cookieName, isSecure } from '../http/cookies.ts';

export type KeyCookie = ReturnType<typeof keyCookie>;

/** The key to a guest's chats. `maxAgeSeconds` undefined: until the browser closes. */
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
    prolong(c: Context) {
      const value = getCookie(c, name);
      if (value !== undefined && maxAgeSeconds !== undefined) setCookie(c, name, value, lasting);
    },
  };
}
