import type { Context } from 'hono';

/** Hands the cookies on that an act of Better Auth sets. */
export function copyCookies(c: Context, headers: Headers) {
  // An act that was run again has set its cookie each time: only the last one names a session that is there.
  const last = new Map(headers.getSetCookie().map((cookie) => [cookie.split('=')[0], cookie]));
  for (const cookie of last.values()) c.header('set-cookie', cookie, { append: true });
}
