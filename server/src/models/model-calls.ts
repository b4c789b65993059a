import type { Tables } from '@foyer/database/tables';
import type { Kysely } from 'kysely';
import type { Log } from '../telemetry/log.ts';
import { describeError } from './describe-error.ts';

type Db = Kysely<Tables>;

const dayMs = 24 * 60 * 60 * 1000;

const loggedShares = [100, 80] as const;

/** UTC, as `2027-03-01`. */
export function dayOf(now: number): string {
  return new Date(now).toISOString().slice(0, 10);
}

export function untilNextDay(now: number): number {
  return dayMs - (now % dayMs);
}

/** Counts for all servers together. Returns a row unless the limit is reached. */
export function spendModelCall(db: Db, { perDay, now }: { perDay: number; now: number }) {
  return db
    .insertInto('modelCalls')
    .values({ day: dayOf(now), count: 1 })
    .onConflict((conflict) =>
      conflict
        .column('day')
        .doUpdateSet(({ eb }) => ({ count: eb('modelCalls.count', '+', 1) }))
        .where('modelCalls.count', '<', perDay),
    )
    .returning('day');
}

export async function modelCallsOf(db: Db, now: number): Promise<number> {
  const today = await db
    .selectFrom('modelCalls')
    .select('count')
    .where('day', '=', dayOf(now))
    .executeTakeFirst();
  return today?.count ?? 0;
}

/** Keeps days that may still be "today" on a server with a wrong clock. */
export async function forgetModelCalls(db: Db, now: number): Promise<void> {
  await db
    .deleteFrom('modelCalls')
    .where('day', '<', dayOf(now - 2 * dayMs))
    .execute();
}

export type NoteModelCalls = (spent: number, now: number) => void;

/** Logs once a day, on all servers together, that 80 % and that all of the calls are used. */
export function modelCallLog({
  db,
  log,
  limit,
}: {
  db: Db;
  log: Log;
  /** MODEL_CALLS_PER_DAY; null for no limit. */
  limit: () => number | null;
}): NoteModelCalls {
  let knownDay = '';
  const logShare = async (share: number, day: string, perDay: number) => {
    const claimed = await db
      .updateTable('modelCalls')
      .set({ told: share })
      .where('day', '=', day)
      .where('told', '<', share)
      .returning('count')
      .executeTakeFirst();
    if (claimed) log(`${share} % of MODEL_CALLS_PER_DAY are spent`, { spent: claimed.count, perDay }, 'warn');
  };
  return (spent, now) => {
    const perDay = limit();
    if (perDay === null) return;
    const share = loggedShares.find((each) => spent * 100 >= each * perDay);
    const day = dayOf(now);
    if (!share || knownDay === `${day} ${share}`) return;
    knownDay = `${day} ${share}`;
    logShare(share, day, perDay).catch((error) => {
      knownDay = '';
      log('the share of used model calls could not be logged', describeError(error), 'warn');
    });
  };
}
