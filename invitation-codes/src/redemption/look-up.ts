import { type Kysely, sql } from 'kysely';
import { type CodeState, stateOf } from '../code.ts';
import type { InvitationTables } from '../tables.ts';

/** The state of a code now. It spends nothing and promises nothing: only `redeem` knows whether a use was left. */
export async function lookUp(
  db: Kysely<InvitationTables>,
  digest: string | null,
  now: number,
): Promise<CodeState> {
  if (digest === null) return 'none';
  const code = await selectTerms(db, digest).executeTakeFirst();
  return code ? stateOf(code, now) : 'unusable';
}

/** Selects the terms that `stateOf` needs. */
export function selectTerms(db: Kysely<InvitationTables>, digest: string) {
  return db
    .selectFrom('invitationCode')
    .select(['kind', 'validFrom', 'validUntil', 'revokedAt', someUses.as('remaining')])
    .where('digest', '=', digest);
}

/** The uses in a code's row or in one of its counter shards: enough to tell whether one is left. */
const someUses = sql<number>`coalesce(nullif("invitationCode"."remaining", 0), (
    select "useCounter"."remaining" from "useCounter" where "useCounter"."codeId" = "invitationCode"."id" limit 1
  ), 0)`;
