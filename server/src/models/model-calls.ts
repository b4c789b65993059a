import type { Tables } from '@foyer/database/tables';
import type { Kysely } from 'kysely';
import type { Log } from '../telemetry/log.ts';
import { describeError } from './describe-error.ts';

type Db = Kysely<Tables>;

const dayMs = 24 * 60 * 60 * 1000;

/** From which shares of the bound on the log tells, in percent. */
const toldShares = [100, 80] as const;

/** The day (UTC) on which a model is asked, as `2027-03-01`. */
export function dayOf(now: number): string {
  return new Date(now).toISOString().slice(0, 10);
}

/** How long it takes until the next day begins, in milliseconds. */
export function untilNextDay(now: number): number {
  return dayMs - (now % dayMs);
}

/** Takes one from the calls of a day, for all servers together. Returns a row unless there is none left. */
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

/** How many calls were counted on the day of this moment. */
export async function modelCallsOf(db: Db, now: number): Promise<number> {
  const today = await db
    .selectFrom('modelCalls')
    .select('count')
    .where('day', '=', dayOf(now))
    .executeTakeFirst();
  return today?.count ?? 0;
}

/** Forgets the counts of days that are over everywhere, whatever the clocks of the servers say. */
export async function forgetModelCalls(db: Db, now: number): Promise<void> {
  await db
    .deleteFrom('modelCalls')
    .where('day', '<', dayOf(now - 2 * dayMs))
    .execute();
}

/** Told how many calls of the day are spent. */
export type NoteModelCalls = (spent: number, now: number) => void;

/** Has the log tell, once a day on all servers together, that 80 % of the calls are spent, and that all are. */
export function modelCallLog({ db, log, perDay }: { db: Db; log: Log; perDay: number }): NoteModelCalls {
  let known = '';
  const tell = async (share: number, day: string) => {
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
    const share = toldShares.find((each) => spent * 100 >= each * perDay);
    const day = dayOf(now);
    if (!share || known === `${day} ${share}`) return;
    known = `${day} ${share}`;
    tell(share, day).catch((error) => {
      known = '';
      log('it could not be told how many model calls are spent', describeError(error), 'warn');
    });
  };
}
