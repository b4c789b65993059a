import type { Tables } from '@foyer/database/tables';
import type { Limits } from '@foyer/policy';
import { type Kysely, sql } from 'kysely';
import { insertOwned } from '../../users/insert-owned.ts';

const hourMs = 60 * 60 * 1000;

export type Quota = { most: number; windowMs: number };

export function quotaOf({ isGuest }: { isGuest: boolean }, limits: Limits): Quota {
  return isGuest
    ? { most: limits.guestMessagesPerHour, windowMs: hourMs }
    : { most: limits.memberMessagesPerDay, windowMs: 24 * hourMs };
}

/** Returns a row unless the quota is used up. */
export function spendMessage(
  db: Kysely<Tables>,
  { userId, most, windowMs, now }: Quota & { userId: string; now: number },
) {
  const windowIsOver = sql<boolean>`${sql.ref('messageWindow.startedAt')} <= ${now - windowMs}`;
  // One statement checks and counts: parallel messages cannot pass together.
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

/** For a message that was withdrawn. Returns a row unless none is counted. */
export function giveMessageBack(db: Kysely<Tables>, userId: string) {
  return db
    .updateTable('messageWindow')
    .set(({ eb }) => ({ count: eb('count', '-', 1) }))
    .where('userId', '=', userId)
    .where('count', '>', 0)
    .returning('count');
}

/** Milliseconds until the next message is allowed; 0 for now. */
export function untilNextMessage(
  { startedAt, count }: { startedAt: number | null; count: number | null },
  { most, windowMs, now }: Quota & { now: number },
): number {
  const isSpent = startedAt !== null && startedAt > now - windowMs && (count ?? 0) >= most;
  return isSpent ? startedAt + windowMs - now : 0;
}
