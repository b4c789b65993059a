import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { cookieName } from '../http/cookies.ts';
import { mailTokenLifeMs, tokenDigest } from './mail-tokens.ts';

/** Marks the browser that registered: there, the link in the email also logs in. */
export function registrationCookie(secure: boolean) {
  const name = cookieName('registration', secure);
  const attributes = { httpOnly: true, sameSite: 'Lax', path: '/', secure } as const;

  return {
    /** Also called when no user was created, so that both responses look alike. Returns the mark's digest. */
    mark(c: Context): string {
      const mark = randomBytes(32).toString('base64url');
      setCookie(c, name, mark, { ...attributes, maxAge: mailTokenLifeMs.verify / 1000 });
      return tokenDigest(mark);
    },
    digestIn(c: Context): string | null {
      const mark = getCookie(c, name);
      return mark === undefined ? null : tokenDigest(mark);
    },
    remove(c: Context) {
      deleteCookie(c, name, attributes);
    },
  };
}
