import type { Database } from '@foyer/database';

type Db = Database['db'];

/** Whose turn it is, and after what time it is over that was not renewed, as of a server that died in it, in milliseconds. */
type Turn = { key: 'sweepTurn' | 'sealTurn'; turnMs: number };

const sweeping: Turn = { key: 'sweepTurn', turnMs: 5 * 60_000 };

/** Has the turn for longer, where it is time for that; false when somebody else has it meanwhile. */
export type Renew = () => Promise<boolean>;

/**
 * Does a work unless another server is doing it at this moment. A row holds the turn, not a lock: it asks for no
 * connection of its own, and works behind a pooler.
 *
 * @param work renews the turn now and then, where it may take minutes
 * @returns whether it was done here
 */
export async function withJobLock(
  db: Db,
  now: () => number,
  work: (renew: Renew) => Promise<void>,
  { key, turnMs }: Turn = sweeping,
): Promise<boolean> {
  const turnFrom = (at: number) => `${iso(at + turnMs)} ${crypto.randomUUID()}`;
  let takenAt = now();
  let turn = turnFrom(takenAt);
  if (!(await take(db, { key, turnMs }, turn, takenAt))) return false;
  const renew = async () => {
    if (Math.abs(now() - takenAt) < turnMs / 5) return true;
    const next = turnFrom(now());
    if (!(await replace(db, key, turn, next))) return false;
    [turn, takenAt] = [next, now()];
    return true;
  };
  try {
    await work(renew);
  } finally {
    await replace(db, key, turn, iso(0));
  }
  return true;
}

async function replace(db: Db, key: Turn['key'], turn: string, next: string): Promise<boolean> {
  const replaced = await db
    .updateTable('setting')
    .set({ value: next })
    .where('key', '=', key)
    .where('value', '=', turn)
    .returning('key')
    .executeTakeFirst();
  return replaced !== undefined;
}

async function take(db: Db, { key, turnMs }: Turn, turn: string, now: number): Promise<boolean> {
  // One that ends later than that was taken while a clock was wrong.
  const unbelievable = iso(now + 2 * turnMs);
  const taken = await db
    .insertInto('setting')
    .values({ key, value: turn })
    .onConflict((conflict) =>
      conflict
        .column('key')
        .doUpdateSet({ value: turn })
        .where((eb) => eb.or([eb('setting.value', '<', iso(now)), eb('setting.value', '>', unbelievable)])),
    )
    .returning('key')
    .executeTakeFirst();
  return taken !== undefined;
}

/** Times as texts are in the order of the times. */
function iso(ms: number): string {
  return new Date(ms).toISOString();
}
