import type { Tables } from '@foyer/database/tables';
import type { Kysely } from 'kysely';
import { lockUserStatement } from '../users/lock-user.ts';

/**
 * Ends the sessions of a person that were unused for longest, so that one more makes at most `most`. Call it in the
 * transaction that begins that one: log-ins of one person pass here one by one.
 */
export async function endSurplusSession(
  db: Kysely<Tables>,
  userId: string,
  { most }: { most: number },
): Promise<void> {
  await lockUserStatement(db, userId).execute();
  await db
    .deleteFrom('session')
    .where('userId', '=', userId)
    .where('id', 'not in', ({ selectFrom }) =>
      selectFrom('session')
        .select('id')
        .where('userId', '=', userId)
        .orderBy('updatedAt', 'desc')
        .orderBy('id')
        .limit(most - 1),
    )
    .execute();
}
