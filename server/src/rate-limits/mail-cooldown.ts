import type { Database } from '@foyer/database';

/** How long it takes until the same letter is sent to an address again, in milliseconds. */
const letterEveryMs = 60_000;

export type MailCooldown = ReturnType<typeof mailCooldown>;

/** Limits how often one kind of letter goes to one email address, whether anybody has it or not. */
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
   * Takes the turn for one kind of letter.
   *
   * @param everyMs how long a turn lasts, an hour at the most: then it is forgotten. Default: 60 seconds
   * @returns 0, or how long it takes until the next turn, in milliseconds
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
