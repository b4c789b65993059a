import type { Database } from '@foyer/database';
import { cleanUpGuests, putOutGuest } from '@foyer/invitation-codes';
import { findMember } from '../users/find-member.ts';
import { forgetOauthStates } from './forget-oauth-states.ts';

/** Returns how many sessions ended; null when there is no such member. */
export async function endSessionsOf(
  { db }: Pick<Database, 'db'>,
  email: string,
): Promise<{ userId: string; sessions: number } | null> {
  const member = await findMember(db, email);
  if (!member) return null;
  const ended = await db.deleteFrom('session').where('userId', '=', member.id).executeTakeFirst();
  return { userId: member.id, sessions: Number(ended.numDeletedRows) };
}

/** Returns how many of the sessions were members'. Guests cannot come back without a session: erase them afterwards. */
export async function endAllSessions(db: Database['db']): Promise<number> {
  const members = db.selectFrom('user').select('id').where('isGuest', '=', false);
  const ended = await db.deleteFrom('session').where('userId', 'in', members).executeTakeFirst();
  await db.deleteFrom('session').execute();
  return Number(ended.numDeletedRows);
}

type Times = { guestTtlMs: number; now: () => number };

export async function eraseGuestsWithoutSession(
  database: Pick<Database, 'db' | 'upkeep'>,
  times: Times,
): Promise<number> {
  const { erased, failures } = await cleanUpGuests(erasingFrom(database, times), async () => false);
  const [failure] = failures;
  if (failure !== undefined) throw failure;
  return erased;
}

/** Erases a guest as a logout does. False when they have gone, or became a member. */
export function eraseGuest(
  database: Pick<Database, 'db' | 'upkeep'>,
  userId: string,
  times: Times,
): Promise<boolean> {
  return putOutGuest(erasingFrom(database, times), userId);
}

function erasingFrom({ db, upkeep }: Pick<Database, 'db' | 'upkeep'>, times: Times) {
  return {
    db,
    ...times,
    // A server that is writing a reply for one of them stops within a second.
    beforeErase: async () => {},
    afterErase: async (userIds: string[]) => {
      await forgetOauthStates(db, userIds);
      await upkeep.emptyLog();
    },
  };
}
