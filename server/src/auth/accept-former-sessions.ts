import { getCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import { signatureOf, tokenSignedBy } from '../http/signed-cookie.ts';
import type { FormerSessions } from '../installation/former-sessions.ts';

/** Re-signs session cookies from before a secret rotation. The next prolongation sends the new cookie. */
export function acceptFormerSessions(
  former: FormerSessions[],
  { name, current, now }: { name: string; current: string; now: () => number },
) {
  return createMiddleware(async (c, next) => {
    const cookie = getCookie(c, name);
    const keys = cookie === undefined ? [] : former.filter(({ until }) => now() < until);
    const token = keys.map(({ key }) => tokenSignedBy(key, cookie ?? '')).find((each) => each);
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
