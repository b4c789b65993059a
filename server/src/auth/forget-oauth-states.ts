import type { Database } from '@foyer/database';

/**
 * Deletes pending OAuth states of erased users. Better Auth keeps them for ten minutes in `verification`, which has no
 * foreign key to the user but contains their id and email.
 */
export async function forgetOauthStates(db: Database['db'], userIds: string[]): Promise<void> {
  for (const id of userIds) await db.deleteFrom('verification').where('linkedUserId', '=', id).execute();
}
