import type { Database } from '@foyer/database';

type Db = Database['db'];

/** After this time a turn is over that was not renewed, as of a server that died in it, in milliseconds. */
const turnMs = 5 * 60_000;
/** A turn that ends later than in this time was taken while a clock was wrong, in milliseconds. */
const unbelievableMs = 2 * turnMs;

/** Has the turn for longer, where it is time for that; false when somebody else has it meanwhile. */
export type Renew = () => Promise<boolean>;

/**
 * Does a work unless another server is doing it at this moment. A row holds the turn, not a lock: it asks for no
 * connection of its own, and works behind a pooler.
 *
 * @param work renews the turn now and then, where it may take minutes
 * @returns whether it was done here
 */
export async function inTurn(
  db: Db,
  now: () => number,
  work: (renew: Renew) => Promise<void>,
): Promise<boolean> {
  let takenAt = now();
  let turn = turnFrom(takenAt);
  if (!(await take(db, turn, takenAt))) return false;
  const renew = async () => {
    if (Math.abs(now() - takenAt) < turnMs / 5) return true;
    const next = turnFrom(now());
    if (!(await replace(db, turn, next))) return false;
    [turn, takenAt] = [next, now()];
    return true;
  };
  try {
    await work(renew);
  } finally {
    await replace(db, turn, iso(0));
  }
  return true;
}

function turnFrom(now: number): string {
  return `${iso(now + turnMs)} ${crypto.randomUUID()}`;
}

async function replace(db: Db, turn: string, next: string): Promise<boolean> {
  const replaced = await db
    .updateTable('setting')
    .set({ value: next })
    .where('key', '=', 'sweepTurn')
    .where('value', '=', turn)
    .returning('key')
    .executeTakeFirst();
  return replaced !== undefined;
}

async function take(db: Db, turn: string, now: number): Promise<boolean> {
  const taken = await db
    .insertInto('setting')
    .values({ key: 'sweepTurn', value: turn })
    .onConflict((conflict) =>
      conflict
        .column('key')
        .doUpdateSet({ value: turn })
        .where((eb) =>
          eb.or([eb('setting.value', '<', iso(now)), eb('setting.value', '>', iso(now + unbelievableMs))]),
        ),
    )
    .returning('key')
    .executeTakeFirst();
  return taken !== undefined;
}

/** Times as texts are in the order of the times. */
function iso(ms: number): string {
  return new Date(ms).toISOString();
}
