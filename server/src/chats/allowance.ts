import type { Tables } from '@foyer/database/tables';
import { type Kysely, sql } from 'kysely';

const hourMs = 60 * 60 * 1000;

/** Whether one more message may be sent, or how long until it may. */
export type Allowance = { isSpent: true } | { isSpent: false; waitMs: number };

/** Takes one from the messages that a guest may send in an hour, counted from the first one of the hour. */
export async function spendMessage(
  db: Kysely<Tables>,
  { userId, perHour, now }: { userId: string; perHour: number; now: number },
): Promise<Allowance> {
  const hourIsOver = sql<boolean>`${sql.ref('messageWindow.startedAt')} <= ${now - hourMs}`;
  // One statement looks and counts: parallel messages cannot pass together.
  const counted = await db
    .insertInto('messageWindow')
    .values({ userId, startedAt: now, count: 1 })
    .onConflict((conflict) =>
      conflict
        .column('userId')
        .doUpdateSet(({ eb, ref, val }) => ({
          startedAt: eb.case().when(hourIsOver).then(val(now)).else(ref('messageWindow.startedAt')).end(),
          count: eb
            .case()
            .when(hourIsOver)
            .then(1)
            .else(eb('messageWindow.count', '+', 1))
            .end(),
        }))
        .where(({ or, eb }) => or([hourIsOver, eb('messageWindow.count', '<', perHour)])),
    )
    .returning('count')
    .executeTakeFirst();
  if (counted) return { isSpent: true };
  const { startedAt } = await db
    .selectFrom('messageWindow')
    .select('startedAt')
    .where('userId', '=', userId)
    .executeTakeFirstOrThrow();
  return { isSpent: false, waitMs: startedAt + hourMs - now };
}
