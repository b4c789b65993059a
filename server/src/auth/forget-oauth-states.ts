import type { Database } from '@foyer/database';

/**
 * Forgets the ways to a provider on which people are who have been erased. Better Auth keeps them for ten minutes in its
 * `verification`, which does not hang from the user, with the id and the e-mail of who wants a login linked.
 */
export async function forgetOauthStates(db: Database['db'], userIds: string[]): Promise<void> {
  for (const id of userIds) await db.deleteFrom('verification').where('linkedUserId', '=', id).execute();
}
