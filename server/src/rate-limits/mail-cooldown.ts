import type { Database } from '@foyer/database';

/** The same kind of email goes to one address at most this often, in milliseconds. */
const letterEveryMs = 60_000;

export type MailCooldown = ReturnType<typeof mailCooldown>;

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
  /**
   * Returns 0 and starts the cooldown, or returns how long to wait, in milliseconds.
   * @param everyMs at most an hour: then the row is deleted. Default: 60 seconds
   */
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
