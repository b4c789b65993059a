import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { type CodeKind, stateOf } from './code.ts';
import { isPostgres } from './many-codes.ts';
import type { CodeState } from './options.ts';
import { redeemOnPostgres } from './redeem-on-postgres.ts';
import type { HostTables, InvitationTables, RedemptionRow } from './tables.ts';

/** What is spent, and by whom. */
export type Spending = { digest: string; kind: CodeKind; entry: RedemptionRow['entry'] };

/**
 * Spends one use of a code and records it: the only place where a person's coming lowers `remaining`.
 * Call it in the transaction that makes the person, so that neither is there without the other.
 *
 * @param now epoch milliseconds
 * @returns the redemption's id, or null when the code admits nobody now
 */
export async function redeem(
  db: Kysely<HostTables>,
  spending: Spending,
  now: number,
): Promise<string | null> {
  return isPostgres(db) ? redeemOnPostgres(db, spending, now) : redeemOnSqlite(db, spending, now);
}

/** The uses in a code's row, or in one of its counters: enough to tell whether one is left. */
const someUses = sql<number>`coalesce(nullif("invitationCode"."remaining", 0), (
    select "useCounter"."remaining" from "useCounter" where "useCounter"."codeId" = "invitationCode"."id" limit 1
  ), 0)`;

/** What is known of a code at this moment. Spends nothing, and promises nothing: only `redeem` says that a use was left. */
export async function lookUp(
  db: Kysely<InvitationTables>,
  digest: string | null,
  now: number,
): Promise<{ state: CodeState; codeId?: string }> {
  if (digest === null) return { state: 'none' };
  const code = await db
    .selectFrom('invitationCode')
    .select(['id', 'kind', 'validFrom', 'validUntil', 'revokedAt', someUses.as('remaining')])
    .where('digest', '=', digest)
    .executeTakeFirst();
  return code ? { state: stateOf(code, now), codeId: code.id } : { state: 'unusable' };
}

async function redeemOnSqlite(
  db: Kysely<HostTables>,
  { digest, kind, entry }: Spending,
  now: number,
): Promise<string | null> {
  // Whether a use is left is decided by this one statement: whoever looks first and counts later admits one too many.
  const code = await db
    .updateTable('invitationCode')
    .set((eb) => ({ remaining: eb('remaining', '-', 1) }))
    .where('digest', '=', digest)
    .where('kind', '=', kind)
    .where('remaining', '>', 0)
    .where('validFrom', '<=', now)
    .where('validUntil', '>=', now)
    .where('revokedAt', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!code) return null;
  const redemption = { id: randomUUID(), codeId: code.id, redeemedAt: now, entry, convertedAt: null };
  await db.insertInto('redemption').values(redemption).execute();
  return redemption.id;
}
