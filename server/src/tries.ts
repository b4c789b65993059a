import { createHmac, type KeyObject } from 'node:crypto';
import type { Database } from '@foyer/database';
import { sql } from 'kysely';

/** What is tried. Each has a limit of its own. */
export type Purpose = 'entry' | 'check' | 'sign-in' | 'sign-up' | 'link' | 'letter';

/** How many refused tries an address has at once. */
const triesAtOnce = 30;
/** After what time it has one more, in milliseconds. */
const tryReturnsMs = 5000;
/** How many entries by the default code an address has in an hour. */
const defaultEntriesPerHour = 300;

/** How long it takes until the same letter is sent to an address again, in milliseconds. */
const letterEveryMs = 60_000;

const hourMs = 60 * 60 * 1000;

export type TryLimits = ReturnType<typeof tryLimits>;

/**
 * The limits that hit guessers: an address has 30 refused tries, and one more each 5 seconds.
 * Kept in the database under a keyed digest, so that nobody can read there who came from where.
 */
export function tryLimits({
  database: { db, reads },
  key,
  now,
}: {
  database: Pick<Database, 'db' | 'reads'>;
  key: KeyObject;
  now: () => number;
}) {
  const keyOf = (purpose: string, address: string) =>
    createHmac('sha256', key).update(`${purpose} ${address}`).digest('base64url');

  return {
    /** How long an address must wait until it may try, in milliseconds; 0 for not at all. */
    async waitMs(purpose: Purpose, address: string): Promise<number> {
      const row = await reads
        .selectFrom('tryLimit')
        .select(['level', 'at'])
        .where('key', '=', keyOf(purpose, address))
        .executeTakeFirst();
      if (!row) return 0;
      const used = row.level - Math.max(0, now() - row.at) / tryReturnsMs;
      return Math.max(0, Math.ceil((used - (triesAtOnce - 1)) * tryReturnsMs));
    },

    /** Counts a refused try; false when the address had none left, and must not learn the answer. */
    async countRefused(purpose: Purpose, address: string): Promise<boolean> {
      const row = { key: keyOf(purpose, address), level: 1, at: now() };
      // A clock that was set back has given nothing back, and taken nothing.
      const passed = sql`case when ${row.at} > ${sql.ref('tryLimit.at')} then ${row.at} - ${sql.ref('tryLimit.at')} else 0 end`;
      const returned = sql`(${passed}) * 1.0 / ${sql.lit(tryReturnsMs)}`;
      const used = sql<number>`${sql.ref('tryLimit.level')} - ${returned}`;
      const still = sql<number>`case when ${used} > 0 then ${used} else 0 end`;
      const counted = await db
        .insertInto('tryLimit')
        .values(row)
        .onConflict((conflict) =>
          conflict
            .column('key')
            .doUpdateSet({ level: sql`${still} + 1`, at: row.at })
            .where(still, '<=', triesAtOnce - 1),
        )
        .returning('key')
        .executeTakeFirst();
      return counted !== undefined;
    },

    /**
     * Counts an entry by the default code, in the transaction that makes the guest.
     *
     * @returns 0, or how long the address must wait, in milliseconds
     */
    async countDefaultEntry(address: string): Promise<number> {
      const row = { key: keyOf('default entry', address), level: 1, at: now() };
      const begun = row.at - hourMs;
      const counted = await db
        .insertInto('tryLimit')
        .values(row)
        .onConflict((conflict) =>
          conflict
            .column('key')
            .doUpdateSet((eb) => ({
              level: eb
                .case()
                .when('tryLimit.at', '<=', begun)
                .then(1)
                .else(eb('tryLimit.level', '+', 1))
                .end(),
              at: eb
                .case()
                .when('tryLimit.at', '<=', begun)
                .then(eb.val(row.at))
                .else(eb.ref('tryLimit.at'))
                .end(),
            }))
            .where(({ eb, or }) =>
              or([eb('tryLimit.at', '<=', begun), eb('tryLimit.level', '<', defaultEntriesPerHour)]),
            ),
        )
        .returning('key')
        .executeTakeFirst();
      if (counted) return 0;
      const full = await db
        .selectFrom('tryLimit')
        .select('at')
        .where('key', '=', row.key)
        .executeTakeFirstOrThrow();
      return full.at + hourMs - row.at;
    },

    /**
     * Takes the turn for one kind of letter to one e-mail, whether anybody has it or not.
     *
     * @param everyMs how long a turn lasts, an hour at the most: then it is forgotten. Default: 60 seconds
     * @returns 0, or how long it takes until the next turn, in milliseconds
     */
    async takeLetterTurn(letter: string, email: string, everyMs = letterEveryMs): Promise<number> {
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
    },

    /** Forgets the addresses whose tries have all returned. */
    async forget(): Promise<void> {
      await db
        .deleteFrom('tryLimit')
        .where('at', '<=', now() - hourMs)
        .execute();
    },
  };
}
