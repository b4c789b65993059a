import type { Database } from '@foyer/database';

type Db = Database['db'];

/** After this time the turn of a server that died in it is over, in milliseconds. */
const longestTurnMs = 5 * 60_000;

/**
 * Does a work unless another server is doing it at this moment. A row holds the turn, not a lock: it asks for no
 * connection of its own, and works behind a pooler.
 *
 * @returns whether it was done here
 */
export async function inTurn(db: Db, now: () => number, work: () => Promise<void>): Promise<boolean> {
  const turn = `${iso(now() + longestTurnMs)} ${crypto.randomUUID()}`;
  if (!(await take(db, turn, now()))) return false;
  try {
    await work();
  } finally {
    await db
      .updateTable('setting')
      .set({ value: iso(0) })
      .where('key', '=', 'sweepTurn')
      .where('value', '=', turn)
      .execute();
  }
  return true;
}

async function take(db: Db, turn: string, now: number): Promise<boolean> {
  const taken = await db
    .insertInto('setting')
    .values({ key: 'sweepTurn', value: turn })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({ value: turn }).where('setting.value', '<', iso(now)),
    )
    .returning('key')
    .executeTakeFirst();
  return taken !== undefined;
}

/** Times as texts are in the order of the times. */
function iso(ms: number): string {
  return new Date(ms).toISOString();
}
