import type { Tables } from '@foyer/database/tables';
import type { Kysely, Transaction } from 'kysely';
import type { Person } from './person.ts';

/**
 * Locks the person's row; false when they are gone. Whoever writes to or deletes a person's chats begins with this:
 * they pass one by one, in one order of locks, and none once an erasure has begun.
 */
export async function lockUser(trx: Transaction<Tables>, id: string): Promise<boolean> {
  return (await lockUserStatement(trx, id).executeTakeFirst()) !== undefined;
}

/** The statement that does so: it returns a row unless they are gone. */
export function lockUserStatement(db: Kysely<Tables>, id: string) {
  return db
    .updateTable('user')
    .set(({ ref }) => ({ lastSeenAt: ref('lastSeenAt') }))
    .where('id', '=', id)
    .returning('id');
}

/**
 * Locks the person's row, and tells whether the session is there still by which they ask. What takes its time before it
 * writes (a hash, a letter) begins with this: a new password may have ended the session meanwhile, and has the last word.
 */
export async function holdSession(
  trx: Transaction<Tables>,
  { id, session }: Pick<Person, 'id' | 'session'>,
): Promise<boolean> {
  if (!(await lockUser(trx, id))) return false;
  const live = await trx.selectFrom('session').select('id').where('id', '=', session.id).executeTakeFirst();
  return live !== undefined;
}
