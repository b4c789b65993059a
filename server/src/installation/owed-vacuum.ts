import type { Database } from '@foyer/database';
import type { Log } from '../telemetry/log.ts';

/** Few people are awake then; hours of UTC, the first included. */
export const nightHours = { from: 2, until: 4 };

/** Notes that the files hold what must not be found there any more, until they have been rewritten. */
export async function oweVacuum(db: Database['db']): Promise<void> {
  await db
    .insertInto('setting')
    .values({ key: 'rewriteOwed', value: '' })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Whether that is so. */
export async function isVacuumOwed({ db }: Pick<Database, 'db'>): Promise<boolean> {
  const owed = await db
    .selectFrom('setting')
    .select('key')
    .where('key', '=', 'rewriteOwed')
    .executeTakeFirst();
  return owed !== undefined;
}

/** Rewrites the files where that is owed. Others wait meanwhile. */
export async function vacuumIfOwed(database: Database, log: Log): Promise<void> {
  if (!(await isVacuumOwed(database))) return;
  const outcome = await database.upkeep.rewrite();
  if (outcome === 'done') await database.db.deleteFrom('setting').where('key', '=', 'rewriteOwed').execute();
  else log('the database file could not be rewritten: it is tried again', { reason: outcome }, 'warn');
}

/** The same, where it is night. */
export async function vacuumAtNight(database: Database, log: Log, now: number): Promise<void> {
  const hour = new Date(now).getUTCHours();
  if (hour >= nightHours.from && hour < nightHours.until) await vacuumIfOwed(database, log);
}
