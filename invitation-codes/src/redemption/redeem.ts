import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { isPostgres } from '../dialect.ts';
import type { HostTables } from '../tables.ts';
import { minuteMs } from './minutes.ts';
import { lockRoom, placeIsFree } from './places.ts';
import type { DependentRows, Redemption, Spending } from './redemption.ts';
import { redeemOnPostgres } from './shards/redeem-on-postgres.ts';

/**
 * Spends one use of a code and records it: the only place that lowers `remaining` for a person. The user is created in the
 * same statement or transaction: never a spent use without a user, nor a user without a spent use.
 *
 * @param now epoch milliseconds
 * @returns null when the code works for nobody now, or its room is full
 */
export async function redeem(
  db: Kysely<HostTables>,
  spending: Spending,
  now: number,
  dependentRows: DependentRows = () => [],
): Promise<Redemption | null> {
  const inOrder = () => redeemInOrder(db, spending, now, dependentRows);
  if (!isPostgres(db)) return db.transaction().execute(inOrder);
  const redemption = await redeemOnPostgres(db, spending, now, dependentRows);
  if (redemption || spending.kind !== 'login') return redemption;
  return db.transaction().execute(async () => ((await lockRoom(db, spending.digest)) ? inOrder() : null));
}

/** Where nobody else can spend a use or take a place meanwhile: on SQLite, or with the code's row locked. */
async function redeemInOrder(
  db: Kysely<HostTables>,
  { digest, kind, entry, unless }: Spending,
  now: number,
  dependentRows: DependentRows,
): Promise<Redemption | null> {
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
    .where(placeIsFree(now))
    .$if(unless !== undefined, (update) => update.where(sql<boolean>`not ${unless}`))
    .returning(['id', 'minutesPerPerson', 'peopleAtOnce'])
    .executeTakeFirst();
  if (!code) return null;
  const redemption = { id: randomUUID(), codeId: code.id, redeemedAt: now, entry };
  await db.insertInto('redemption').values(redemption).execute();
  const minutes = code.minutesPerPerson;
  const endsAt = minutes === null ? null : now + minutes * minuteMs;
  const statements = dependentRows({
    id: sql<string>`${redemption.id}`,
    codeId: sql<string>`${code.id}`,
    from: sql``,
    endsAt: sql<number | null>`${endsAt}`,
    isRoom: code.peopleAtOnce !== null,
  });
  for (const statement of statements) await statement.execute(db);
  return { id: redemption.id, minutes };
}
