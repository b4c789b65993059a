import type { Database } from '@foyer/database';

/** Better Auth keeps the id and email of a user for ten minutes in `verification`, which has no foreign key. */
export async function forgetOauthStates(db: Database['db'], userIds: string[]): Promise<void> {
  for (const id of userIds) await db.deleteFrom('verification').where('linkedUserId', '=', id).execute();
}
