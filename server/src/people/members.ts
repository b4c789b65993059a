import type { Database } from '@foyer/database';
import type { Tables } from '@foyer/database/tables';
import type { InvitationCodesOptions } from '@foyer/invitation-codes';
import { type Kysely, sql } from 'kysely';
import { oweVacuum } from '../installation/owed-vacuum.ts';
import type { PagePlace } from '../lists/page-place.ts';
import { timeOf } from '../users/time-of.ts';

export type MembersAsked = {
  id?: string | undefined;
  isBlocked?: boolean | undefined;
  after: PagePlace | null;
  limit: number;
};

/** The members, the newest first. Times are epoch milliseconds. */
export async function listMembers(db: Kysely<Tables>, { id, isBlocked, after, limit }: MembersAsked) {
  const members = await db
    .selectFrom('user')
    .leftJoin('operator', 'operator.userId', 'user.id')
    .leftJoin('redemption', 'redemption.id', 'user.redemptionId')
    .leftJoin('invitationCode', 'invitationCode.id', 'redemption.codeId')
    .select([
      ...([
        'user.id',
        'user.email',
        'user.createdAt',
        'user.emailVerified',
        'user.blockedAt',
        'user.chats',
      ] as const),
      'operator.userId as operatorId',
      'invitationCode.id as codeId',
      'invitationCode.label',
    ])
    .where(isMember)
    .$if(id !== undefined, (query) => query.where('user.id', '=', id ?? ''))
    .$if(isBlocked !== undefined, (query) => query.where('user.blockedAt', isBlocked ? 'is not' : 'is', null))
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`("user"."createdAt", "user"."id") < (${new Date(after?.time ?? 0)}, ${after?.id})`,
      ),
    )
    .orderBy('user.createdAt', 'desc')
    .orderBy('user.id', 'desc')
    .limit(limit)
    .execute();
  return members.map(
    ({ id, email, createdAt, emailVerified, blockedAt, chats, operatorId, codeId, label }) => ({
      ...{ id, email, chats, createdAt: timeOf(createdAt) },
      isVerified: Boolean(emailVerified),
      isBlocked: blockedAt !== null,
      isOperator: operatorId !== null,
      code: codeId === null ? null : { id: codeId, label },
    }),
  );
}

/** Written as in the index of members, which PostgreSQL uses only for exactly this. */
const isMember = sql<boolean>`not "user"."isGuest"`;

/** Blocks a member and ends their sessions, or lets them log in again. False when there is no such member. */
export async function setBlocked(db: Kysely<Tables>, id: string, blockedAt: number | null): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('user')
    .set({ blockedAt })
    .where('id', '=', id)
    .where('isGuest', '=', false)
    .executeTakeFirstOrThrow();
  if (blockedAt !== null) await db.deleteFrom('session').where('userId', '=', id).execute();
  return numUpdatedRows > 0n;
}

/** Erases a member with all that is theirs, and notes it in the same transaction. */
export async function eraseMember(
  {
    database: { db, kind },
    invitations,
  }: { database: Pick<Database, 'db' | 'kind'>; invitations: InvitationCodesOptions },
  id: string,
  {
    isKept,
    note,
  }: { isKept: (trx: Kysely<Tables>) => Promise<boolean>; note: (trx: Kysely<Tables>) => Promise<void> },
): Promise<'erased' | 'kept' | 'unknown'> {
  await invitations.beforeErase(id);
  const done = await db.transaction().execute(async (trx) => {
    if (await isKept(trx)) return 'kept';
    const { numDeletedRows } = await trx
      .deleteFrom('user')
      .where('id', '=', id)
      .where('isGuest', '=', false)
      .executeTakeFirstOrThrow();
    if (numDeletedRows === 0n) return 'unknown';
    // SQLite may leave a copy of the email in pages where it moved rows.
    if (kind === 'sqlite') await oweVacuum(trx);
    await note(trx);
    return 'erased';
  });
  if (done === 'erased') await invitations.afterErase([id]);
  return done;
}
