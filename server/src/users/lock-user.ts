import type { Tables } from '@foyer/database/tables';
import type { Kysely, Transaction } from 'kysely';

// Every transaction that writes or deletes a user's chats starts with this lock: one order of locks, and no write after
// an erasure has begun. False when the user is gone.
export async function lockUser(trx: Transaction<Tables>, id: string): Promise<boolean> {
  return (await lockUserStatement(trx, id).executeTakeFirst()) !== undefined;
}

/** Returns a row unless the user is gone. */
export function lockUserStatement(db: Kysely<Tables>, id: string) {
  return db
    .updateTable('user')
    .set(({ ref }) => ({ lastSeenAt: ref('lastSeenAt') }))
    .where('id', '=', id)
    .returning('id');
}

/** False when the session has ended, for example by a new password during a slow hash. */
export async function holdSession(
  trx: Transaction<Tables>,
  { id, session }: { id: string; session: { id: string } },
): Promise<boolean> {
  if (!(await lockUser(trx, id))) return false;
  const live = await trx.selectFrom('session').select('id').where('id', '=', session.id).executeTakeFirst();
  return live !== undefined;
}
