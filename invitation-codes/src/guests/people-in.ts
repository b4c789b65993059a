import type { Kysely } from 'kysely';
import { guestIsIn } from '../guests-in.ts';
import type { HostTables } from '../tables.ts';

export { guestIsIn } from '../guests-in.ts';

/** A guest who is in, without a name or a word of theirs. Times are epoch milliseconds. */
export type PersonIn = {
  userId: string;
  enteredAt: number;
  lastSeenAt: number;
  endsAt: number | null;
  messages: number;
  tokens: number;
};

/** The guests of a code who are in, in the order of their entry. */
export async function peopleIn(db: Kysely<HostTables>, digest: string, now: number): Promise<PersonIn[]> {
  const people = await db
    .selectFrom('user')
    .innerJoin('redemption', 'redemption.id', 'user.redemptionId')
    .innerJoin('invitationCode', 'invitationCode.id', 'redemption.codeId')
    .select([
      'user.id as userId',
      'redemption.redeemedAt as enteredAt',
      'user.lastSeenAt',
      'user.endsAt',
      'redemption.messages',
      'redemption.tokens',
    ])
    .where('invitationCode.digest', '=', digest)
    .where(guestIsIn(now))
    .orderBy('redemption.redeemedAt')
    .orderBy('user.id')
    .execute();
  return people.map(({ lastSeenAt, ...person }) => ({
    ...person,
    lastSeenAt: lastSeenAt ?? person.enteredAt,
  }));
}
