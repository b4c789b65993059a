import type { Database } from '@foyer/database';
import { cleanUpGuests } from '@foyer/invitation-codes';
import { forgetOauthStates } from './forget-oauth-states.ts';

/** Ends all sessions of the member with an e-mail: how many; null when there is no such member. */
export async function endSessionsOf({ db }: Pick<Database, 'db'>, email: string): Promise<number | null> {
  const member = await db
    .selectFrom('user')
    .select('id')
    .where('email', '=', email.trim().toLowerCase())
    .where('isGuest', '=', false)
    .executeTakeFirst();
  if (!member) return null;
  const ended = await db.deleteFrom('session').where('userId', '=', member.id).executeTakeFirst();
  return Number(ended.numDeletedRows);
}

/** Ends the sessions of everybody: how many were members'. A guest cannot come back without one: erase them after it. */
export async function endAllSessions(db: Database['db']): Promise<number> {
  const members = db.selectFrom('user').select('id').where('isGuest', '=', false);
  const ended = await db.deleteFrom('session').where('userId', 'in', members).executeTakeFirst();
  await db.deleteFrom('session').execute();
  return Number(ended.numDeletedRows);
}

/** Erases the guests who have no session any more, as the next sweep of a server would: how many. */
export async function eraseGuestsWithoutSession(
  { db, upkeep }: Pick<Database, 'db' | 'upkeep'>,
  { guestTtlMs, now }: { guestTtlMs: number; now: () => number },
): Promise<number> {
  const erasing = {
    db,
    guestTtlMs,
    now,
    // A server that writes an answer for one of them ends it within a second.
    beforeErase: async () => {},
    afterErase: async (userIds: string[]) => {
      await forgetOauthStates(db, userIds);
      await upkeep.emptyLog();
    },
  };
  const { erased, failures } = await cleanUpGuests(erasing, async () => false);
  const [failure] = failures;
  if (failure !== undefined) throw failure;
  return erased;
}
