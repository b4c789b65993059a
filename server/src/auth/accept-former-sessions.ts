import { getCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import { signatureOf, tokenSignedBy } from '../http/signed-cookie.ts';
import type { FormerSessions } from '../installation/former-sessions.ts';

/**
 * Takes a session's cookie that was signed before the secret was rotated: it is signed anew for what reads it here. The browser
 * gets a new one when the session is prolonged, which is within an hour of its use.
 */
export function acceptFormerSessions(
  { key, until }: FormerSessions,
  { name, current, now }: { name: string; current: string; now: () => number },
) {
  return createMiddleware(async (c, next) => {
    const cookie = now() < until ? getCookie(c, name) : undefined;
    const token = cookie && tokenSignedBy(key, cookie);
    if (token) {
      const signed = encodeURIComponent(`${token}.${signatureOf(current, token)}`);
      const { headers } = c.req.raw;
      const others = (headers.get('cookie') ?? '')
        .split(/; */)
        .filter((pair) => !pair.startsWith(`${name}=`));
      headers.set('cookie', [...others, `${name}=${signed}`].join('; '));
    }
    await next();
  });
}
