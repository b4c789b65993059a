import type { Database } from '@foyer/database';
import { isIdle } from '@foyer/invitation-codes';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { Auth } from './auth.ts';
import type { Person, SignedIn } from './person.ts';
import { refuse } from './refuse.ts';

/** How often at most it is written down that a guest was seen, in milliseconds. */
const mostSeenEveryMs = 60_000;

export type Sessions = ReturnType<typeof sessions>;

/** Tells who is signed in, as the database has it at this moment. */
export function sessions({
  auth,
  db,
  guestTtlMs,
  now,
}: {
  auth: Auth;
  db: Database['db'];
  guestTtlMs: number;
  now: () => number;
}) {
  // Short enough that a guest who acts now and then is never taken for idle.
  const seenEveryMs = Math.min(mostSeenEveryMs, guestTtlMs / 4);

  /** The person whose session the request's cookie names; null for a visitor, and for a guest who was idle for too long. */
  async function personOf(c: Context): Promise<Person | null> {
    if (!c.req.header('cookie')) return null;
    const { response, headers } = await auth.api.getSession({
      headers: c.req.raw.headers,
      returnHeaders: true,
    });
    if (!response || isIdle(response.user, guestTtlMs, now())) return null;
    for (const cookie of headers.getSetCookie()) c.header('set-cookie', cookie, { append: true });
    const { id, email, lastSeenAt } = response.user;
    const isGuest = Boolean(response.user.isGuest);
    if (isGuest && (lastSeenAt ?? 0) <= now() - seenEveryMs) await noteSeen(id);
    return { id, isGuest, email: isGuest ? null : email };
  }

  const noteSeen = (id: string) =>
    db
      .updateTable('user')
      .set({ lastSeenAt: now() })
      .where('id', '=', id)
      .where('lastSeenAt', '<=', now() - seenEveryMs)
      .execute();

  /** Lets only signed-in people pass. */
  const requirePerson = createMiddleware<SignedIn>(async (c, next) => {
    const person = await personOf(c);
    if (!person) return refuse(c, 401, 'NOT_SIGNED_IN');
    c.set('person', person);
    await next();
  });

  return { personOf, requirePerson };
}
