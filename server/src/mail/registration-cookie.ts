import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { cookieName } from '../http/cookies.ts';
import { mailTokenLifeMs, tokenDigest } from './mail-tokens.ts';

/**
 * By what the browser is known again that registered: there, the link in the mail signs in.
 *
 * @param secure whether cookies are sent over https only
 */
export function registrationCookie(secure: boolean) {
  const name = cookieName('registration', secure);
  const attributes = { httpOnly: true, sameSite: 'Lax', path: '/', secure } as const;

  return {
    /**
     * Marks a browser in which somebody has registered, whether a user was made or not.
     *
     * @returns the digest of the mark
     */
    mark(c: Context): string {
      const mark = randomBytes(32).toString('base64url');
      setCookie(c, name, mark, { ...attributes, maxAge: mailTokenLifeMs.verify / 1000 });
      return tokenDigest(mark);
    },
    /** The digest of the mark that a browser has; null for none. */
    digestIn(c: Context): string | null {
      const mark = getCookie(c, name);
      return mark === undefined ? null : tokenDigest(mark);
    },
    remove(c: Context) {
      deleteCookie(c, name, attributes);
    },
  };
}
