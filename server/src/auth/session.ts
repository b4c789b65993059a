import { type Database, Unavailable } from '@foyer/database';
import { isIdle } from '@foyer/invitation-codes';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { copyCookies } from '../http/cookies.ts';
import { refuse } from '../http/errors.ts';
import type { Person, SignedIn } from '../users/person.ts';
import type { Auth } from './better-auth.ts';
import type { KeyCookie } from './key-cookie.ts';
import { sessionLookup } from './session-lookup.ts';

/** How often at most it is written down that a guest was seen, in milliseconds. */
const maxSeenEveryMs = 60_000;

export type Sessions = ReturnType<typeof sessions>;

/** Tells who is signed in, as the database has it at this moment. */
export function sessions({
  auth,
  database: { db, reads },
  guestTtlMs,
  endsGuestsWithBrowser,
  keyCookie,
  verifies,
  now,
}: {
  auth: Auth;
  database: Pick<Database, 'db' | 'reads'>;
  guestTtlMs: number;
  /** Whether a guest's session ends with the browser. */
  endsGuestsWithBrowser: boolean;
  keyCookie: KeyCookie;
  /** Whether members have to confirm their e-mails. */
  verifies: boolean;
  now: () => number;
}) {
  const steadySession = sessionLookup(auth, reads);
  // Short enough that a guest who acts now and then is never taken for idle.
  const seenEveryMs = Math.min(maxSeenEveryMs, guestTtlMs / 4);

  /** The person whose session the request's cookie names; null for a visitor, and for a guest who was idle for too long. */
  async function personOf(c: Context): Promise<Person | null> {
    if (!c.req.header('cookie')) return null;
    const found = (await steadySession(c)) ?? (await sessionByBetterAuth(c));
    if (!found || isIdle(found.user, guestTtlMs, now())) return null;
    const { session, user } = found;
    const { id, email, lastSeenAt, dataKeys } = user;
    const isGuest = Boolean(user.isGuest);
    if (isGuest && (lastSeenAt ?? 0) <= now() - seenEveryMs) await noteSeen(id);
    return {
      id,
      isGuest,
      email: isGuest ? null : email,
      mustVerify: verifies && !isGuest && !user.emailVerified,
      dataKeys,
      session: { id: session.id, createdAt: session.createdAt.getTime() },
    };
  }

  /** Prolongs the session when it is due, and tells the browser of it, or that it has none. */
  async function sessionByBetterAuth(c: Context) {
    const { response, headers } = await auth.api.getSession({
      headers: c.req.raw.headers,
      returnHeaders: true,
    });
    if (response && !isIdle(response.user, guestTtlMs, now())) {
      const endWithBrowser = Boolean(response.user.isGuest) && endsGuestsWithBrowser;
      copyCookies(c, headers, { endWithBrowser, prolongs: true });
      if (response.user.isGuest) keyCookie.prolong(c);
    }
    const row = response && (await keptOf(response.user.id));
    return response && row && { ...response, user: { ...response.user, ...row } };
  }

  /** What Better Auth does not tell of a person. */
  function keptOf(id: string) {
    return db.selectFrom('user').select('dataKeys').where('id', '=', id).executeTakeFirst();
  }

  async function noteSeen(id: string) {
    try {
      await db
        .updateTable('user')
        .set({ lastSeenAt: now() })
        .where('id', '=', id)
        .where('lastSeenAt', '<=', now() - seenEveryMs)
        .execute();
    } catch (error) {
      // A full disk is no reason to send away who only reads.
      if (!(error instanceof Unavailable)) throw error;
    }
  }

  /** Lets only signed-in people pass. */
  const requirePerson = createMiddleware<SignedIn>(async (c, next) => {
    const person = await personOf(c);
    if (!person) return refuse(c, 401, 'NOT_SIGNED_IN');
    c.set('person', person);
    await next();
  });

  /** Lets only those pass who need not confirm their e-mail first. */
  const requireVerified = createMiddleware<SignedIn>(async (c, next) => {
    if (c.get('person').mustVerify) return refuse(c, 403, 'EMAIL_NOT_VERIFIED');
    await next();
  });

  /** Lets only members pass. */
  const requireMember = createMiddleware<SignedIn>(async (c, next) => {
    if (c.get('person').isGuest) return refuse(c, 400, 'NOT_A_MEMBER');
    await next();
  });

  return { personOf, requirePerson, requireVerified, requireMember };
}
