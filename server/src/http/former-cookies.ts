import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import { cookieName } from './cookies.ts';

const former = '__Secure-foyer.session_token';
const current = cookieName('session_token', true);
const weekSeconds = 7 * 24 * 60 * 60;

// For one version: renames the session cookie of version 0.1. `endWithBrowser`: a guest's cookie ends with the browser;
// a member's lasts again after it is prolonged.
export const formerCookies = ({ endWithBrowser }: { endWithBrowser: boolean }) =>
  createMiddleware(async (c, next) => {
    const token = c.req.header('cookie')?.includes(former) ? rawCookie(c) : undefined;
    if (token === undefined || getCookie(c, current) !== undefined) return next();
    const { headers } = c.req.raw;
    headers.set('cookie', `${headers.get('cookie')}; ${current}=${token}`);
    await next();
    const isSet = c.res.headers.getSetCookie().some((cookie) => cookie.startsWith(`${current}=`));
    const attributes = 'Path=/; HttpOnly; Secure; SameSite=Lax';
    const lasting = endWithBrowser ? '' : `Max-Age=${weekSeconds}; `;
    if (!isSet) c.res.headers.append('set-cookie', `${current}=${token}; ${lasting}${attributes}`);
    c.res.headers.append('set-cookie', `${former}=; Max-Age=0; ${attributes}`);
  });

function rawCookie(c: Context): string | undefined {
  return new RegExp(`(?:^|; *)${former}=([\\w.%~!*'()-]{1,500})`).exec(c.req.header('cookie') ?? '')?.[1];
}
