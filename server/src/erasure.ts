import type { Database } from '@foyer/database';
import type { InvitationCodesOptions } from '@foyer/invitation-codes';
import { forgetOauthStates } from './auth/forget-oauth-states.ts';
import { type Log, traceOf } from './telemetry/log.ts';

/** What is erased of a person besides the rows that hang from theirs: before those are deleted, and after. */
export type Erasing = Pick<InvitationCodesOptions, 'beforeErase' | 'afterErase'>;

type Deps = {
  database: Pick<Database, 'db' | 'upkeep'>;
  log: Log;
  /** Stops a person's running replies, and resolves when none writes any more. */
  stopReplies: (userId: string) => Promise<unknown>;
};

/** Erases a person: running replies, OAuth states, and what the log of SQLite still holds. Their rows go by foreign keys. */
export function erasing({ database: { db, upkeep }, log, stopReplies }: Deps): Erasing {
  return {
    beforeErase: async (userId) => void (await stopReplies(userId)),
    afterErase: async (userIds) => {
      // The person is gone, and the answer says so: an OAuth state that is left expires in ten minutes.
      await forgetOauthStates(db, userIds).catch((error) =>
        log('an OAuth state could not be deleted', traceOf(error), 'error'),
      );
      // A race: the reply to a question may have begun after the first stop. A question that was committed before the
      // erasure has begun its reply by now.
      await Promise.all(userIds.map(stopReplies));
      // Only sealed rows can be left in it: when somebody reads for long, the cleanup empties it later.
      await upkeep.emptyLog();
    },
  };
}
