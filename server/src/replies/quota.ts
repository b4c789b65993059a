import type { Tables } from '@foyer/database/tables';
import type { Limits } from '@foyer/policy';
import { type Kysely, sql } from 'kysely';
import { insertOwned } from '../users/insert-owned.ts';

const hourMs = 60 * 60 * 1000;

/** How many messages a person may send in a window, which begins with the first one. */
export type Quota = { most: number; windowMs: number };

export function quotaOf({ isGuest }: { isGuest: boolean }, limits: Limits): Quota {
  return isGuest
    ? { most: limits.guestMessagesPerHour, windowMs: hourMs }
    : { most: limits.memberMessagesPerDay, windowMs: 24 * hourMs };
}

/** Takes one from a person's allowance. Returns a row unless there is none left. */
export function spendMessage(
  db: Kysely<Tables>,
  { userId, most, windowMs, now }: Quota & { userId: string; now: number },
) {
  const windowIsOver = sql<boolean>`${sql.ref('messageWindow.startedAt')} <= ${now - windowMs}`;
  // One statement looks and counts: parallel messages cannot pass together.
  const row = { userId, startedAt: now, count: 1 };
  return insertOwned(db, 'messageWindow', { table: 'user', id: userId }, row)
    .onConflict((conflict) =>
      conflict
        .column('userId')
        .doUpdateSet(({ eb, ref, val }) => ({
          startedAt: eb.case().when(windowIsOver).then(val(now)).else(ref('messageWindow.startedAt')).end(),
          count: eb
            .case()
            .when(windowIsOver)
            .then(1)
            .else(eb('messageWindow.count', '+', 1))
            .end(),
        }))
        .where(({ or, eb }) => or([windowIsOver, eb('messageWindow.count', '<', most)])),
    )
    .returning('count');
}

/** How long it takes until a person may send the next message, in milliseconds: 0 unless the allowance is spent. */
export function untilNextMessage(
  { startedAt, count }: { startedAt: number | null; count: number | null },
  { most, windowMs, now }: Quota & { now: number },
): number {
  const isSpent = startedAt !== null && startedAt > now - windowMs && (count ?? 0) >= most;
  return isSpent ? startedAt + windowMs - now : 0;
}
