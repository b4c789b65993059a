import { randomUUID } from 'node:crypto';
import { type GenericEndpointContext, generateId } from 'better-auth';
import { sql } from 'kysely';
import { type Attempt, insertAttempt } from './entry-attempt.ts';
import type { SessionOfPerson } from './live-session.ts';
import type { WrittenWith } from './redeem.ts';

/** A guest with their session, as Better Auth would make them. Nothing is written yet. */
export function newGuest(ctx: GenericEndpointContext, now: number): SessionOfPerson {
  const { generateId: idOf, sessionConfig } = ctx.context;
  const id = idOf({ model: 'user' }) || randomUUID();
  const email = `${id}@guest.invalid`.toLowerCase();
  const createdAt = new Date();
  const made = { createdAt, updatedAt: createdAt };
  return {
    user: {
      ...{ id, name: '', email, emailVerified: false },
      ...{ isGuest: true, lastSeenAt: now, redemptionId: null },
      ...made,
    },
    session: {
      id: idOf({ model: 'session' }) || randomUUID(),
      userId: id,
      token: generateId(32),
      expiresAt: new Date(createdAt.getTime() + sessionConfig.expiresIn * 1000),
      userAgent: ctx.headers?.get('user-agent') ?? '',
      ...made,
    },
  };
}

/**
 * The rows that make a guest, to be written with the redemption that admits them: they are there if it is.
 *
 * @param attempt by which they come, or null for none
 */
export function rowsOfGuest({ user, session }: SessionOfPerson, attempt: Attempt | null): WrittenWith {
  return (redemption) => {
    const { id, from } = redemption;
    const rows = [
      sql`
        insert into "user" (
          "id", "name", "email", "emailVerified", "createdAt", "updatedAt", "isGuest", "lastSeenAt", "redemptionId"
        ) select
          ${user.id}, ${user.name}, ${user.email}, ${user.emailVerified}, ${user.createdAt}, ${user.updatedAt},
          ${user.isGuest}, ${user.lastSeenAt}, ${id} ${from}`,
      sql`
        insert into "session" (
          "id", "userId", "token", "expiresAt", "ipAddress", "userAgent", "createdAt", "updatedAt"
        ) select
          ${session.id}, ${user.id}, ${session.token}, ${session.expiresAt}, '', ${session.userAgent},
          ${session.createdAt}, ${session.updatedAt} ${from}`,
    ];
    return attempt ? [...rows, insertAttempt({ ...attempt, userId: user.id }, redemption)] : rows;
  };
}
