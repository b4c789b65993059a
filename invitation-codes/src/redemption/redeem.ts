import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { stateOf } from '../code.ts';
import { isPostgres } from '../codes/bulk.ts';
import type { CodeState } from '../options.ts';
import type { HostTables, InvitationTables } from '../tables.ts';
import { redeemOnPostgres } from './redeem-on-postgres.ts';
import type { Spending, DependentRows } from './redemption.ts';

/**
 * Spends one use of a code and records it: the only place where a person's coming lowers `remaining`. Who comes by it is
 * made by what is written with it, or in the transaction in which it is called, so that neither is there without the other.
 *
 * @param now epoch milliseconds
 * @returns the redemption's id, or null when the code admits nobody now
 */
export async function redeem(
  db: Kysely<HostTables>,
  spending: Spending,
  now: number,
  written: DependentRows = () => [],
): Promise<string | null> {
  return isPostgres(db)
    ? redeemOnPostgres(db, spending, now, written)
    : db.transaction().execute(() => redeemOnSqlite(db, spending, now, written));
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
): Promise<CodeState> {
  if (digest === null) return 'none';
  const code = await selectTerms(db, digest).executeTakeFirst();
  return code ? stateOf(code, now) : 'unusable';
}

/** The code with a digest, with the terms by which its state is told. */
export function selectTerms(db: Kysely<InvitationTables>, digest: string) {
  return db
    .selectFrom('invitationCode')
    .select(['kind', 'validFrom', 'validUntil', 'revokedAt', someUses.as('remaining')])
    .where('digest', '=', digest);
}

async function redeemOnSqlite(
  db: Kysely<HostTables>,
  { digest, kind, entry }: Spending,
  now: number,
  written: DependentRows,
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
  const made = { id: sql<string>`${redemption.id}`, codeId: sql<string>`${code.id}`, from: sql`` };
  for (const statement of written(made)) await statement.execute(db);
  return redemption.id;
}
