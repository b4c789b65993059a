import type { Kysely } from 'kysely';
import { findDigest } from '../redemption/find-digest.ts';
import { gatherUses } from '../redemption/shards/gather-uses.ts';
import type { CodeKeys } from '../seal.ts';
import type { InvitationTables } from '../tables.ts';
import { type CodeWithRedemptions, findCodeWithRedemptions } from './find-code.ts';

/** Stops a code from working; people who entered with it stay. Returns the code after the change, or null. */
export async function revokeCode(
  db: Kysely<InvitationTables>,
  keys: CodeKeys,
  text: string,
  now: number,
): Promise<CodeWithRedemptions | null> {
  const digest = await findDigest(db, keys, text);
  await db.transaction().execute(async (trx) => {
    await gatherUses(trx, [digest]);
    await trx
      .updateTable('invitationCode')
      .set({ revokedAt: now })
      .where('digest', '=', digest)
      .where('revokedAt', 'is', null)
      .execute();
  });
  return findCodeWithRedemptions(db, keys, text);
}

/** Returns the code after the change, or null. */
export async function restoreCode(
  db: Kysely<InvitationTables>,
  keys: CodeKeys,
  text: string,
): Promise<CodeWithRedemptions | null> {
  await db
    .updateTable('invitationCode')
    .set({ revokedAt: null })
    .where('digest', '=', await findDigest(db, keys, text))
    .execute();
  return findCodeWithRedemptions(db, keys, text);
}
