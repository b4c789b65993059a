import { type Kysely, sql } from 'kysely';
import { guestIsIn } from '../guests-in.ts';
import { findDigest } from '../redemption/find-digest.ts';
import type { CodeKeys } from '../seal.ts';
import type { HostTables, InvitationTables } from '../tables.ts';
import { selectCodes } from './bulk.ts';
import { type Code, codeFromRow } from './code-from-row.ts';
import { type CodeUse, wholeSum } from './use-of-codes.ts';

export type CodeWithRedemptions = Code & CodeUse;

/** The code with this text, in any spelling. Null when there is none. */
export async function findCode(
  db: Kysely<InvitationTables>,
  keys: CodeKeys,
  text: string,
): Promise<Code | null> {
  const row = await selectCodes(db)
    .where('digest', '=', await findDigest(db, keys, text))
    .executeTakeFirst();
  return row ? codeFromRow(keys, row) : null;
}

/** The code and what people did with it, read in one statement. `now` in epoch milliseconds. */
export async function findCodeWithRedemptions(
  db: Kysely<HostTables>,
  keys: CodeKeys,
  text: string,
  now: number = Date.now(),
): Promise<CodeWithRedemptions | null> {
  const row = await selectCodes(db)
    .leftJoin('redemption', 'redemption.codeId', 'invitationCode.id')
    .select(({ fn }) => [
      fn.count<number>('redemption.id').as('total'),
      fn.count<number>('redemption.convertedAt').as('converted'),
      wholeSum(sql.ref('redemption.messages')).as('messages'),
      wholeSum(sql.ref('redemption.tokens')).as('tokens'),
      peopleIn(db, now).as('peopleIn'),
    ])
    .where('digest', '=', await findDigest(db, keys, text))
    .groupBy('invitationCode.id')
    .executeTakeFirst();
  if (!row) return null;
  const { total, converted, messages, tokens, peopleIn: guests, ...code } = row;
  const use = { peopleIn: guests ?? 0, messages, tokens };
  return { ...codeFromRow(keys, code), redemptions: { total, converted }, ...use };
}

function peopleIn(db: Kysely<HostTables>, now: number) {
  return db
    .selectFrom('user')
    .innerJoin('redemption as entry', 'entry.id', 'user.redemptionId')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('entry.codeId', '=', sql<string>`"invitationCode"."id"`)
    .where(guestIsIn(now));
}
