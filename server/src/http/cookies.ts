import type { Context } from 'hono';
import { deleteCookie, getCookie } from 'hono/cookie';
import type { Config } from '../config/read-config.ts';

export function isSecure({ publicUrl }: Pick<Config, 'publicUrl'>): boolean {
  return publicUrl.startsWith('https:');
}

/** `__Host-` (https only): no other host of the domain can set these cookies. */
export function cookiePrefix(secure: boolean): string {
  return secure ? '__Host-foyer' : 'foyer';
}

export function cookieName(name: string, secure: boolean): string {
  return `${cookiePrefix(secure)}.${name}`;
}

// A session that starts or ends also removes the guest's key cookie. `prolongs`: the session stays the same.
export function copyCookies(c: Context, headers: Headers, { endWithBrowser = false, prolongs = false } = {}) {
  // A retried transaction sets its cookies again; only the last one names a session that exists.
  const last = new Map(headers.getSetCookie().map((cookie) => [cookie.split('=')[0] ?? '', cookie]));
  for (const cookie of last.values())
    c.header('set-cookie', endWithBrowser ? withoutEnd(cookie) : cookie, { append: true });
  const session = last.keys().find((name) => name.endsWith(sessionCookie));
  const key = session?.replace(sessionCookie, 'foyer.key');
  if (!key || prolongs || last.has(key) || getCookie(c, key) === undefined) return;
  deleteCookie(c, key, { path: '/', httpOnly: true, sameSite: 'Lax', secure: key.startsWith('__Host-') });
}

const sessionCookie = 'foyer.session_token';

/** Keep `Max-Age=0`: it deletes the cookie. */
function withoutEnd(cookie: string): string {
  return cookie.replace(/; Max-Age=[1-9]\d*/i, '');
}
