import { type Kysely, sql } from 'kysely';
import { isPostgres, jsonTexts } from '../../dialect.ts';
import type { InvitationTables } from '../../tables.ts';

/**
 * Locks codes until the transaction ends and moves the uses from their shards back into their rows: nobody can spend one
 * before the commit. Every change of a code's terms must call this first.
 */
export async function gatherUses(trx: Kysely<InvitationTables>, digests: string[]): Promise<void> {
  // SQLite has one writer at a time: its codes have no shards.
  if (!isPostgres(trx)) return;
  // Always in the same order: otherwise two transactions that lock many codes can deadlock.
  const codes = await trx
    .selectFrom('invitationCode')
    .select('id')
    .where('digest', 'in', jsonTexts(trx, JSON.stringify(digests)))
    .orderBy('digest')
    .forNoKeyUpdate()
    .execute();
  if (codes.length === 0) return;
  // A separate statement: it sees the shards that were created while the first one waited for its locks.
  await sql`
    with gathered as (
      delete from "useCounter" where "codeId" = any(${codes.map(({ id }) => id)}) returning "codeId", "remaining"
    ), sums as (
      select "codeId", sum("remaining") as "remaining" from gathered group by "codeId"
    )
    update "invitationCode" set "remaining" = "invitationCode"."remaining" + sums."remaining"
    from sums where id = "codeId"`.execute(trx);
}
