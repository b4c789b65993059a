import type { Tables } from '@foyer/database/tables';
import { guestIsIn } from '@foyer/invitation-codes/people-in';
import { type Kysely, sql } from 'kysely';
import type { PagePlace } from '../lists/page-place.ts';

export type GuestsAsked = {
  codeId?: string | undefined;
  after: PagePlace | null;
  limit: number;
  now: number;
};

/** The guests who are in, the latest first: never a name or a word of theirs. Times are epoch milliseconds. */
export async function guestsIn(db: Kysely<Tables>, { codeId, after, limit, now }: GuestsAsked) {
  const guests = await db
    .selectFrom('user')
    .leftJoin('redemption', 'redemption.id', 'user.redemptionId')
    .leftJoin('invitationCode', 'invitationCode.id', 'redemption.codeId')
    .select([
      'user.id',
      'user.lastSeenAt',
      'user.endsAt',
      'redemption.redeemedAt',
      'redemption.messages',
      'invitationCode.id as codeId',
      'invitationCode.label',
    ])
    .where(guestIsIn(now))
    .$if(codeId !== undefined, (query) => query.where('redemption.codeId', '=', codeId ?? ''))
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`("redemption"."redeemedAt", "user"."id") < (${after?.time}, ${after?.id})`),
    )
    .orderBy('redemption.redeemedAt', 'desc')
    .orderBy('user.id', 'desc')
    .limit(limit)
    .execute();
  return guests.map(({ id, lastSeenAt, endsAt, redeemedAt, messages, codeId, label }) => ({
    ...{ id, endsAt, enteredAt: redeemedAt ?? 0, lastSeenAt: lastSeenAt ?? redeemedAt ?? 0 },
    messages: messages ?? 0,
    code: codeId === null ? null : { id: codeId, label },
  }));
}
