import type { Database } from '@foyer/database';

const letterEveryMs = 60_000;

/** Counts also for addresses without an account. */
export function mailCooldown({
  db,
  keyOf,
  now,
}: {
  db: Database['db'];
  keyOf: (what: string, whose: string) => string;
  now: () => number;
}) {
  /** Returns 0, or how long to wait, in milliseconds. `everyMs` at most an hour (rows are deleted); default 60 s. */
  return async function takeTurn(letter: string, email: string, everyMs = letterEveryMs): Promise<number> {
    const row = { key: keyOf(`letter ${letter}`, email), level: 1, at: now() };
    const taken = await db
      .insertInto('tryLimit')
      .values(row)
      .onConflict((conflict) =>
        conflict
          .column('key')
          .doUpdateSet(row)
          .where('tryLimit.at', '<=', row.at - everyMs),
      )
      .returning('key')
      .executeTakeFirst();
    if (taken) return 0;
    const { at } = await db
      .selectFrom('tryLimit')
      .select('at')
      .where('key', '=', row.key)
      .executeTakeFirstOrThrow();
    return at + everyMs - row.at;
  };
}
