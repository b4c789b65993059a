import type { Tables } from '@foyer/database/tables';
import type { Transaction } from 'kysely';

/**
 * Locks the person's row; false when they are gone. Whoever writes to or deletes a person's chats begins with this:
 * they pass one by one, in one order of locks, and none once an erasure has begun.
 */
export async function holdPerson(trx: Transaction<Tables>, id: string): Promise<boolean> {
  const held = await trx
    .updateTable('user')
    .set(({ ref }) => ({ lastSeenAt: ref('lastSeenAt') }))
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  return held !== undefined;
}
