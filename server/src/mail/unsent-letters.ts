import type { KeyObject } from 'node:crypto';
import type { Database } from '@foyer/database';
import type { LetterPurpose, Tables } from '@foyer/database/tables';
import { seal, unseal } from '@foyer/invitation-codes/seal';
import type { Language } from '@foyer/policy';
import type { Selectable } from 'kysely';

const minuteMs = 60_000;
/** After the first failure: three tries within an hour. */
const triesAfterMs = [2 * minuteMs, 15 * minuteMs, 50 * minuteMs];
/** Later nobody waits for the letter any more, for example after the servers were off. */
const lifeMs = 60 * minuteMs;
const maxAtOnce = 100;

export type LetterOrder = {
  userId: string;
  purpose: LetterPurpose;
  to: string;
  /** Digest of the registration cookie; null for none. */
  browser: string | null;
  /** The session that asked for a change of the email; null for other letters. */
  sessionId: string | null;
  /** Of the request that asked for the letter; absent in letters of older versions. */
  language?: Language;
};

export type UnsentLetter = Selectable<Tables['unsentLetter']>;

/** Letters wait in the database, so that any server can send them. */
export function openUnsentLetters({
  db,
  key,
  now,
}: {
  db: Database['db'];
  key: KeyObject;
  now: () => number;
}) {
  const keys = { seal: key };

  return {
    /** After the first failure. A newer letter of the same purpose replaces an older one. */
    async keep({ userId, purpose, ...rest }: LetterOrder): Promise<void> {
      const at = now();
      const sealed = seal(keys, JSON.stringify(rest), placeOf({ userId, purpose }));
      const row = { purpose, sealed, tries: 0, failedAt: at, nextTryAt: at + (triesAfterMs[0] ?? 0) };
      await db
        .insertInto('unsentLetter')
        .columns(['userId', 'purpose', 'sealed', 'tries', 'failedAt', 'nextTryAt'])
        // A race: the user may have been erased meanwhile, and the letter with them.
        .expression((eb) =>
          eb
            .selectFrom('user')
            .select((from) => [
              'id',
              from.val<string>(purpose).as('purpose'),
              from.val(sealed).as('sealed'),
              from.lit(0).as('tries'),
              from.lit(at).as('failedAt'),
              from.lit(row.nextTryAt).as('nextTryAt'),
            ])
            .where('id', '=', userId),
        )
        .onConflict((conflict) => conflict.columns(['userId', 'purpose']).doUpdateSet(row))
        .execute();
    },

    due: (): Promise<UnsentLetter[]> =>
      db
        .selectFrom('unsentLetter')
        .selectAll()
        .where('nextTryAt', '<=', now())
        .orderBy('nextTryAt')
        .limit(maxAtOnce)
        .execute(),

    /**
     * Takes a letter for one more try. A dead server's try counts. Null: another server has it.
     * `isLast`: after this try it is given up; `isOver`: no try is left.
     */
    async claim(row: UnsentLetter) {
      const tries = row.tries + 1;
      const isOver = tries > triesAfterMs.length || now() > row.failedAt + lifeMs;
      const nextTryAt = row.failedAt + (triesAfterMs[tries] ?? lifeMs);
      const claimed = await db
        .updateTable('unsentLetter')
        .set({ tries, nextTryAt: Math.max(nextTryAt, now() + minuteMs) })
        .where('userId', '=', row.userId)
        .where('purpose', '=', row.purpose)
        .where('nextTryAt', '=', row.nextTryAt)
        .returning('userId')
        .executeTakeFirst();
      return claimed ? { tries, isOver, isLast: tries >= triesAfterMs.length } : null;
    },

    /** Null when it was sealed with another secret. */
    open({ userId, purpose, sealed }: UnsentLetter): LetterOrder | null {
      try {
        const order = unseal(keys, sealed, placeOf({ userId, purpose }));
        return { userId, purpose, ...JSON.parse(order) };
      } catch {
        return null;
      }
    },

    async forget({ userId, purpose }: Pick<LetterOrder, 'userId' | 'purpose'>): Promise<void> {
      await db
        .deleteFrom('unsentLetter')
        .where('userId', '=', userId)
        .where('purpose', '=', purpose)
        .execute();
    },
  };
}

function placeOf({ userId, purpose }: Pick<LetterOrder, 'userId' | 'purpose'>): string {
  return `unsentLetter ${userId} ${purpose}`;
}
