import type { Database } from '@foyer/database';

type Db = Database['db'];

/** `turnMs`: a lock that was not renewed for this long belongs to a dead server, in milliseconds. */
type JobLock = { key: 'sweepTurn' | 'sealTurn' | 'codeTurn'; turnMs: number };

const cleanupLock: JobLock = { key: 'sweepTurn', turnMs: 5 * 60_000 };

export type Renew = () => Promise<boolean>;

// Returns whether the job ran here. The lock is a row: no extra connection, and it works behind a pooler.
export async function withJobLock(
  db: Db,
  now: () => number,
  work: (renew: Renew) => Promise<void>,
  { key, turnMs }: JobLock = cleanupLock,
): Promise<boolean> {
  const lockFrom = (at: number) => `${iso(at + turnMs)} ${crypto.randomUUID()}`;
  let takenAt = now();
  let turn = lockFrom(takenAt);
  if (!(await take(db, { key, turnMs }, turn, takenAt))) return false;
  const renew = async () => {
    if (Math.abs(now() - takenAt) < turnMs / 5) return true;
    const next = lockFrom(now());
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

async function replace(db: Db, key: JobLock['key'], turn: string, next: string): Promise<boolean> {
  const replaced = await db
    .updateTable('setting')
    .set({ value: next })
    .where('key', '=', key)
    .where('value', '=', turn)
    .returning('key')
    .executeTakeFirst();
  return replaced !== undefined;
}

async function take(db: Db, { key, turnMs }: JobLock, turn: string, now: number): Promise<boolean> {
  // A lock that ends later than this was written by a wrong clock.
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

/** ISO strings sort in the order of the times. */
function iso(ms: number): string {
  return new Date(ms).toISOString();
}
