import type { Database } from '@foyer/database';
import type { InvitationCodesOptions } from '@foyer/invitation-codes';
import { forgetOauthStates } from './auth/forget-oauth-states.ts';
import { type Log, traceOf } from './telemetry/log.ts';

/** Erases what does not hang on the user's row. */
export type Erasing = Pick<InvitationCodesOptions, 'beforeErase' | 'afterErase'>;

type Deps = {
  database: Pick<Database, 'db' | 'upkeep'>;
  log: Log;
  stopReplies: (userId: string) => Promise<unknown>;
};

/** Rows go by foreign keys; this stops replies, deletes OAuth states and empties SQLite's log. */
export function erasing({ database: { db, upkeep }, log, stopReplies }: Deps): Erasing {
  return {
    beforeErase: async (userId) => void (await stopReplies(userId)),
    afterErase: async (userIds) => {
      // The user is gone already: a remaining OAuth state expires in ten minutes.
      await forgetOauthStates(db, userIds).catch((error) =>
        log('an OAuth state could not be deleted', traceOf(error), 'error'),
      );
      // A race: a question committed before the erasure may have started its reply after the first stop; by now it has.
      await Promise.all(userIds.map(stopReplies));
      // It can only contain sealed rows: if a long read blocks this, the cleanup does it later.
      await upkeep.emptyLog();
    },
  };
}
