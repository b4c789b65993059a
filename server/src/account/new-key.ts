import type { Context } from 'hono';
import type { Parts } from '../parts.ts';
import { lockUser } from '../users/lock-user.ts';
import type { Person } from '../users/person.ts';

/** Deletes a guest's chats that nobody can open and issues a new key; does nothing if they can be opened. */
export async function replaceLostKey(
  { database: { db }, invitations, keyRings }: Pick<Parts, 'database' | 'invitations' | 'keyRings'>,
  c: Context,
  guest: Person,
): Promise<void> {
  if (await keyRings.canOpen(c, guest)) return;
  await invitations.beforeErase(guest.id);
  await db.transaction().execute(async (trx) => {
    if (!(await lockUser(trx, guest.id))) return;
    // A race: the second of two tabs finds the first tab's new key and deletes nothing.
    if (!(await keyRings.replace(c, guest, trx))) return;
    await trx.deleteFrom('chat').where('userId', '=', guest.id).execute();
    await trx.deleteFrom('draft').where('userId', '=', guest.id).execute();
    await trx.updateTable('user').set({ chats: 0, characters: 0 }).where('id', '=', guest.id).execute();
  });
  await invitations.afterErase([]);
}
