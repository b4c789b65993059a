import { type Database, Unavailable } from '@foyer/database';
import { isIdle, isOver } from '@foyer/invitation-codes';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { copyCookies } from '../http/cookies.ts';
import { refuse } from '../http/errors.ts';
import type { Person, SignedIn } from '../users/person.ts';
import type { Auth } from './better-auth.ts';
import type { KeyCookie } from './key-cookie.ts';
import { sessionLookup } from './session-lookup.ts';

const maxSeenEveryMs = 60_000;

export type Sessions = ReturnType<typeof sessions>;

export function sessions({
  auth,
  database: { db, reads },
  guestTtlMs,
  endsGuestsWithBrowser,
  keyCookie,
  eraseIfOver,
  verifies,
  now,
}: {
  auth: Auth;
  database: Pick<Database, 'db' | 'reads'>;
  guestTtlMs: number;
  endsGuestsWithBrowser: boolean;
  keyCookie: KeyCookie;
  eraseIfOver: (userId: string) => Promise<void>;
  verifies: boolean;
  now: () => number;
}) {
  const lookUpSession = sessionLookup(auth, reads);
  // Short enough that an active guest never looks idle.
  const seenEveryMs = Math.min(maxSeenEveryMs, guestTtlMs / 4);

  /** Null for a visitor and for a guest who was idle too long. */
  async function personOf(c: Context): Promise<Person | null> {
    if (!c.req.header('cookie')) return null;
    const found = (await lookUpSession(c)) ?? (await sessionByBetterAuth(c));
    if (!found || isIdle(found.user, guestTtlMs, now())) return null;
    const { session, user } = found;
    const { id, email, lastSeenAt, dataKeys, endsAt, roomId } = user;
    const isGuest = Boolean(user.isGuest);
    if (isOver({ endsAt }, now())) {
      await eraseIfOver(id);
      return null;
    }
    if (isGuest) keyCookie.noteEnd(c, endsAt);
    if (isGuest && (lastSeenAt ?? 0) <= now() - seenEveryMs) await noteSeen(id);
    return {
      id,
      isGuest,
      email: isGuest ? null : email,
      mustVerify: verifies && !isGuest && !user.emailVerified,
      dataKeys,
      endsAt,
      roomId,
      session: { id: session.id, createdAt: session.createdAt.getTime() },
    };
  }

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
    const row = response && (await selectRest(response.user.id));
    return response && row && { ...response, user: { ...response.user, ...row } };
  }

  function selectRest(id: string) {
    return db
      .selectFrom('user')
      .select(['dataKeys', 'endsAt', 'roomId'])
      .where('id', '=', id)
      .executeTakeFirst();
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
      // A full disk must not log out users who only read.
      if (!(error instanceof Unavailable)) throw error;
    }
  }

  const requirePerson = createMiddleware<SignedIn>(async (c, next) => {
    const person = await personOf(c);
    if (!person) return refuse(c, 401, isTimeOver(c) ? 'TIME_OVER' : 'NOT_SIGNED_IN');
    c.set('person', person);
    await next();
  });

  /** Says it once: the cookie is cleared. */
  function isTimeOver(c: Context): boolean {
    const endsAt = keyCookie.endIn(c);
    if (endsAt === null || endsAt > now()) return false;
    keyCookie.clear(c);
    return true;
  }

  const requireVerified = createMiddleware<SignedIn>(async (c, next) => {
    if (c.get('person').mustVerify) return refuse(c, 403, 'EMAIL_NOT_VERIFIED');
    await next();
  });

  const requireMember = createMiddleware<SignedIn>(async (c, next) => {
    if (c.get('person').isGuest) return refuse(c, 400, 'NOT_A_MEMBER');
    await next();
  });

  return { personOf, isTimeOver, requirePerson, requireVerified, requireMember };
}
