import { randomUUID } from 'node:crypto';
import { type GenericEndpointContext, generateId } from 'better-auth';
import { sql } from 'kysely';
import { newDataKey, wrap } from '../keys/data-keys.ts';
import type { InvitationCodesOptions } from '../options.ts';
import { insertPlace } from '../redemption/places.ts';
import type { DependentRows } from '../redemption/redemption.ts';
import { type Attempt, insertAttempt } from './attempt.ts';
import type { SessionWithUser } from './live-session.ts';

/** A guest with a session, as Better Auth would create them, and with a data key. Nothing is written yet. */
export function newGuest(
  ctx: GenericEndpointContext,
  { keys, now }: Pick<InvitationCodesOptions, 'keys' | 'now'>,
  browserKey: Buffer,
): SessionWithUser {
  const { generateId: idOf, sessionConfig } = ctx.context;
  const id = idOf({ model: 'user' }) || randomUUID();
  const email = `${id}@guest.invalid`.toLowerCase();
  const createdAt = new Date();
  const times = { createdAt, updatedAt: createdAt };
  return {
    user: {
      ...{ id, name: '', email, emailVerified: false },
      ...{ isGuest: true, lastSeenAt: now(), redemptionId: null, endsAt: null, roomId: null },
      dataKeys: wrap([newDataKey()], 'browser', { userId: id, secretKey: keys.data, browserKey }),
      ...times,
    },
    session: {
      id: idOf({ model: 'session' }) || randomUUID(),
      userId: id,
      token: generateId(32),
      expiresAt: new Date(createdAt.getTime() + sessionConfig.expiresIn * 1000),
      userAgent: ctx.headers?.get('user-agent') ?? '',
      ...times,
    },
  };
}

/** The rows of a guest. They are written together with the redemption, and only if it succeeds. */
export function guestRows({ user, session }: SessionWithUser, attempt: Attempt | null): DependentRows {
  return (redemption) => {
    const { id, codeId, from, endsAt, isRoom } = redemption;
    const rows = [
      sql`
        insert into "user" (
          "id", "name", "email", "emailVerified", "createdAt", "updatedAt", "isGuest", "lastSeenAt", "redemptionId", "dataKeys",
          "endsAt", "roomId"
        ) select
          ${user.id}, ${user.name}, ${user.email}, ${user.emailVerified}, ${user.createdAt}, ${user.updatedAt},
          ${user.isGuest}, ${user.lastSeenAt}, ${id}, ${user.dataKeys},
          ${endsAt}, ${isRoom ? codeId : sql`null`} ${from}`,
      sql`
        insert into "session" (
          "id", "userId", "token", "expiresAt", "ipAddress", "userAgent", "createdAt", "updatedAt"
        ) select
          ${session.id}, ${user.id}, ${session.token}, ${session.expiresAt}, '', ${session.userAgent},
          ${session.createdAt}, ${session.updatedAt} ${from}`,
    ];
    if (isRoom) rows.push(insertPlace(user.id, user.lastSeenAt ?? 0, redemption));
    return attempt ? [...rows, insertAttempt({ ...attempt, userId: user.id }, redemption)] : rows;
  };
}
