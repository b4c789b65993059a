import type { Context } from 'hono';
import { deleteCookie, getCookie } from 'hono/cookie';
import type { Config } from '../config/read-config.ts';

/** Whether cookies are sent over https only. */
export function isSecure({ publicUrl }: Pick<Config, 'publicUrl'>): boolean {
  return publicUrl.startsWith('https:');
}

/** What the names of our cookies begin with. Under https no other host of the domain can set them. */
export function cookiePrefix(secure: boolean): string {
  return secure ? '__Host-foyer' : 'foyer';
}

/** The name of a cookie of ours. */
export function cookieName(name: string, secure: boolean): string {
  return `${cookiePrefix(secure)}.${name}`;
}

/**
 * Hands the cookies on that an act of Better Auth sets. With a session that begins or ends, what opened the chats of the
 * guest before goes too.
 *
 * @param endWithBrowser whether they are to be gone when the browser is closed. Default: no
 * @param prolongs whether the session is the one that was there before. Default: no
 */
export function copyCookies(c: Context, headers: Headers, { endWithBrowser = false, prolongs = false } = {}) {
  // An act that was run again has set its cookie each time: only the last one names a session that is there.
  const last = new Map(headers.getSetCookie().map((cookie) => [cookie.split('=')[0] ?? '', cookie]));
  for (const cookie of last.values())
    c.header('set-cookie', endWithBrowser ? withoutEnd(cookie) : cookie, { append: true });
  const session = last.keys().find((name) => name.endsWith(sessionCookie));
  const key = session?.replace(sessionCookie, 'foyer.key');
  if (!key || prolongs || last.has(key) || getCookie(c, key) === undefined) return;
  deleteCookie(c, key, { path: '/', httpOnly: true, sameSite: 'Lax', secure: key.startsWith('__Host-') });
}

const sessionCookie = 'foyer.session_token';

/** A cookie that expires at once stays one. */
function withoutEnd(cookie: string): string {
  return cookie.replace(/; Max-Age=[1-9]\d*/i, '');
}
