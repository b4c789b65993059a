import { createHmac, type KeyObject } from 'node:crypto';
import type { Database } from '@foyer/database';
import { defaultEntries } from './default-entries.ts';
import { failedAttempts } from './failed-attempts.ts';
import { mailCooldown } from './mail-cooldown.ts';
import { refusedTries } from './refused-tries.ts';
import { secondFactorTries } from './second-factor-tries.ts';

/** After this time every bucket is full and every cooldown is over, in milliseconds. */
const hourMs = 60 * 60 * 1000;

export type RateLimits = ReturnType<typeof openRateLimits>;

/** Stored under a keyed digest: nobody can read there who came from where. */
export function openRateLimits({
  database,
  key,
  now,
  defaultGuestsPerHour,
}: {
  database: Pick<Database, 'db' | 'reads'>;
  key: KeyObject;
  now: () => number;
  defaultGuestsPerHour: () => number;
}) {
  const { db } = database;
  const keyOf = (what: string, whose: string) =>
    createHmac('sha256', key).update(`${what} ${whose}`).digest('base64url');

  const refused = refusedTries({ now, minutes: 10 });

  return {
    attempts: failedAttempts({ database, keyOf, now, noteRefused: () => refused.add() }),
    refused,
    secondFactorTries: secondFactorTries({ database, keyOf, now }),
    takeDefaultEntry: defaultEntries({ database, keyOf, now, perHour: defaultGuestsPerHour }),
    takeLetterTurn: mailCooldown({ db, keyOf, now }),

    async forget(): Promise<void> {
      await db
        .deleteFrom('tryLimit')
        .where('at', '<=', now() - hourMs)
        .execute();
    },
  };
}
