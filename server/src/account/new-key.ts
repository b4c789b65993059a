import type { Context } from 'hono';
import type { Parts } from '../parts.ts';
import { lockUser } from '../users/lock-user.ts';
import type { Person } from '../users/person.ts';

/**
 * Lets a guest begin anew whose chats nobody can open any more: they are deleted, and the browser gets a new key. The
 * guest, the session and what was counted stay. Where the chats can be opened after all, nothing happens.
 */
export async function beginAnew(
  { database: { db }, invitations, keyRings }: Pick<Parts, 'database' | 'invitations' | 'keyRings'>,
  c: Context,
  guest: Person,
): Promise<void> {
  if (await keyRings.areThere(c, guest)) return;
  await invitations.beforeErase(guest.id);
  await db.transaction().execute(async (trx) => {
    if (!(await lockUser(trx, guest.id))) return;
    // Of two tabs the second finds the first one's key, and deletes nothing.
    if (!(await keyRings.replace(c, guest, trx))) return;
    await trx.deleteFrom('chat').where('userId', '=', guest.id).execute();
    await trx.updateTable('user').set({ chats: 0, characters: 0 }).where('id', '=', guest.id).execute();
  });
  await invitations.afterErase([]);
}
