import type { Tables } from '@foyer/database/tables';
import type { Kysely } from 'kysely';
import { lockUser } from '../users/lock-user.ts';
import { type Chat, chatColumns, type Owner, openChat } from './chats.ts';
import { charactersOfChat, giveStorageBack } from './storage-quota.ts';

type Db = Kysely<Tables>;

/** How long a deletion can be taken back, in milliseconds. */
const restorableMs = 10_000;
const erasedAtOnce = 100;

/** Hides a chat. It is erased later, unless it is restored before. Returns false when there is no such chat. */
export async function hideChat(db: Db, userId: string, id: string, now: number): Promise<boolean> {
  const hidden = await db
    .updateTable('chat')
    .set({ deletedAt: now })
    .where('id', '=', id)
    .where('userId', '=', userId)
    .where('deletedAt', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return hidden !== undefined;
}

/** Undefined when it is erased already. */
export async function restoreChat(db: Db, { userId, keys }: Owner, id: string): Promise<Chat | undefined> {
  const chat = await db
    .updateTable('chat')
    .set({ deletedAt: null })
    .where('id', '=', id)
    .where('userId', '=', userId)
    .returning(chatColumns)
    .executeTakeFirst();
  return chat && openChat(keys, chat);
}

/** Erases the chats whose deletion can no longer be taken back. */
export async function eraseDeletedChats(db: Db, now: number): Promise<void> {
  const chats = await db
    .selectFrom('chat')
    .select(['id', 'userId'])
    .where('deletedAt', '<=', now - restorableMs)
    .limit(erasedAtOnce)
    .execute();
  for (const { id, userId } of chats) await eraseChat(db, userId, id);
}

/** At a logout nothing is left to take back. */
export async function eraseDeletedChatsOf(db: Db, userId: string): Promise<void> {
  const chats = await db
    .selectFrom('chat')
    .select('id')
    .where('userId', '=', userId)
    .where('deletedAt', 'is not', null)
    .execute();
  for (const { id } of chats) await eraseChat(db, userId, id);
}

function eraseChat(db: Db, userId: string, id: string): Promise<void> {
  return db.transaction().execute(async (trx) => {
    await lockUser(trx, userId);
    const characters = await charactersOfChat(trx, id);
    const erased = await trx
      .deleteFrom('chat')
      .where('id', '=', id)
      // A race: it may have been restored meanwhile.
      .where('deletedAt', 'is not', null)
      .returning('id')
      .executeTakeFirst();
    if (erased) await giveStorageBack(trx, userId, { chats: 1, characters });
  });
}
