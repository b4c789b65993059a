import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { isPostgres } from '../dialect.ts';
import type { HostTables } from '../tables.ts';
import type { DependentRows, Spending } from './redemption.ts';
import { redeemOnPostgres } from './shards/redeem-on-postgres.ts';

/**
 * Spends one use of a code and records it: the only place that lowers `remaining` for a person. The user is created in the
 * same statement or transaction: never a spent use without a user, nor a user without a spent use.
 *
 * @param now epoch milliseconds
 * @returns the redemption's id, or null when the code works for nobody now
 */
export async function redeem(
  db: Kysely<HostTables>,
  spending: Spending,
  now: number,
  dependentRows: DependentRows = () => [],
): Promise<string | null> {
  return isPostgres(db)
    ? redeemOnPostgres(db, spending, now, dependentRows)
    : db.transaction().execute(() => redeemOnSqlite(db, spending, now, dependentRows));
}

async function redeemOnSqlite(
  db: Kysely<HostTables>,
  { digest, kind, entry, unless }: Spending,
  now: number,
  dependentRows: DependentRows,
): Promise<string | null> {
  // This one statement decides whether a use is left: to check first and count later would admit one person too many.
  const code = await db
    .updateTable('invitationCode')
    .set((eb) => ({ remaining: eb('remaining', '-', 1) }))
    .where('digest', '=', digest)
    .where('kind', '=', kind)
    .where('remaining', '>', 0)
    .where('validFrom', '<=', now)
    .where('validUntil', '>=', now)
    .where('revokedAt', 'is', null)
    .$if(unless !== undefined, (update) => update.where(sql<boolean>`not ${unless}`))
    .returning('id')
    .executeTakeFirst();
  if (!code) return null;
  const redemption = { id: randomUUID(), codeId: code.id, redeemedAt: now, entry, convertedAt: null };
  await db.insertInto('redemption').values(redemption).execute();
  const ids = { id: sql<string>`${redemption.id}`, codeId: sql<string>`${code.id}`, from: sql`` };
  for (const statement of dependentRows(ids)) await statement.execute(db);
  return redemption.id;
}
