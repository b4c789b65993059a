import type { Context } from 'hono';

/** Hands the cookies on that an act of Better Auth sets. */
export function copyCookies(c: Context, headers: Headers) {
  for (const cookie of headers.getSetCookie()) c.header('set-cookie', cookie, { append: true });
}
