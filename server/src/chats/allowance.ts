import type { Tables } from '@foyer/database/tables';
import { type Kysely, sql } from 'kysely';

const hourMs = 60 * 60 * 1000;

/**
 * Takes one from the messages that a guest may send in an hour, counted from the first one of the hour. Returns a row
 * unless there is none left.
 */
export function spendMessage(
  db: Kysely<Tables>,
  { userId, perHour, now }: { userId: string; perHour: number; now: number },
) {
  const hourIsOver = sql<boolean>`${sql.ref('messageWindow.startedAt')} <= ${now - hourMs}`;
  // One statement looks and counts: parallel messages cannot pass together.
  return db
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
    .returning('count');
}

/** How long it takes until a guest may send the next message, in milliseconds: 0 unless all of the hour are spent. */
export function untilNextMessage(
  { startedAt, count }: { startedAt: number | null; count: number | null },
  { perHour, now }: { perHour: number; now: number },
): number {
  const isSpent = startedAt !== null && startedAt > now - hourMs && (count ?? 0) >= perHour;
  return isSpent ? startedAt + hourMs - now : 0;
}
