import type { Kysely } from 'kysely';
import { findDigest } from '../redemption/find-digest.ts';
import type { CodeKeys } from '../seal.ts';
import type { InvitationTables } from '../tables.ts';
import { selectCodes } from './bulk.ts';
import { type Code, codeFromRow } from './code-from-row.ts';

/** `total` counts spent uses, `converted` the guests among them who became members. */
export type CodeWithRedemptions = Code & { redemptions: { total: number; converted: number } };

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

/** The code and its redemptions, read in one statement. */
export async function findCodeWithRedemptions(
  db: Kysely<InvitationTables>,
  keys: CodeKeys,
  text: string,
): Promise<CodeWithRedemptions | null> {
  const row = await selectCodes(db)
    .leftJoin('redemption', 'redemption.codeId', 'invitationCode.id')
    .select(({ fn }) => [
      fn.count<number>('redemption.id').as('total'),
      fn.count<number>('redemption.convertedAt').as('converted'),
    ])
    .where('digest', '=', await findDigest(db, keys, text))
    .groupBy('invitationCode.id')
    .executeTakeFirst();
  return row
    ? { ...codeFromRow(keys, row), redemptions: { total: row.total, converted: row.converted } }
    : null;
}
