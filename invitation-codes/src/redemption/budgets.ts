import { type Kysely, sql } from 'kysely';
import { jsonTexts } from '../dialect.ts';
import type { InvitationTables } from '../tables.ts';

/** Counts what was used so far of codes that have just got a budget. Call it in the transaction that sets the budgets. */
export async function startBudgets(trx: Kysely<InvitationTables>, digests: string[]): Promise<void> {
  await sql`
    insert into "tokenUse" ("codeId", "tokens")
    select "id", coalesce((select sum("tokens") from "redemption" where "codeId" = "invitationCode"."id"), 0)
    from "invitationCode"
    where "digest" in ${jsonTexts(trx, JSON.stringify(digests))} and "tokenBudget" is not null
    on conflict ("codeId") do nothing`.execute(trx);
}

/** Adds to what the people of a code have used. Returns a row. */
export function addTokens(db: Kysely<InvitationTables>, codeId: string, tokens: number) {
  return db
    .insertInto('tokenUse')
    .values({ codeId, tokens })
    .onConflict((conflict) =>
      conflict
        .column('codeId')
        .doUpdateSet(({ eb, ref }) => ({ tokens: eb('tokenUse.tokens', '+', ref('excluded.tokens')) })),
    )
    .returning('codeId');
}
