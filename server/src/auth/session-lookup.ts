import type { Database } from '@foyer/database';
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { InferResult } from 'kysely';
import { tokenSignedBy } from '../http/signed-cookie.ts';
import type { Auth } from './better-auth.ts';

// Null when Better Auth must decide: bad signature, no session, expired, or due to be prolonged.
export function sessionLookup(auth: Auth, reads: Database['reads']) {
  // Built once: building this query takes longer than running it.
  const byToken = reads
    .selectFrom('session')
    .innerJoin('user', 'user.id', 'session.userId')
    .select(['session.id as sessionId', 'session.createdAt', 'session.expiresAt'])
    .select(['user.id', 'user.email', 'user.emailVerified', 'user.isGuest', 'user.lastSeenAt'])
    .select(['user.dataKeys', 'user.endsAt', 'user.roomId'])
    .where('session.token', '=', '')
    .compile();

  return async (c: Context) => {
    const { secret, authCookies, sessionConfig } = await auth.$context;
    const cookie = getCookie(c, authCookies.sessionToken.name);
    const token = cookie && tokenSignedBy(secret, cookie);
    if (!token) return null;
    const { rows } = await reads.executeQuery<InferResult<typeof byToken>[number]>({
      ...byToken,
      parameters: [token],
    });
    const [found] = rows;
    if (!found) return null;
    const leftMs = new Date(found.expiresAt).getTime() - Date.now();
    const { expiresIn, updateAge } = sessionConfig;
    // Written as `!(a > b)` so that an unreadable expiry (NaN) also goes to Better Auth.
    if (!(leftMs > (expiresIn - updateAge) * 1000)) return null;
    const { sessionId, createdAt, expiresAt: _, ...user } = found;
    return { user, session: { id: sessionId, createdAt: new Date(createdAt) } };
  };
}
