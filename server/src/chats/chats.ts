import type { Tables } from '@foyer/database/tables';
import type { Kysely } from 'kysely';
import { holdPerson } from '../hold-person.ts';
import { charactersOfChat, giveRoomBack } from './room.ts';
import { titleOf } from './title.ts';

type Db = Kysely<Tables>;

/** A chat as its person sees it in the list. */
export type Chat = { id: string; title: string; updatedAt: number };

/** The chats of a person, the last used first. */
export function chatsOf(db: Db, userId: string): Promise<Chat[]> {
  return db
    .selectFrom('chat')
    .select(['id', 'title', 'updatedAt'])
    .where('userId', '=', userId)
    .orderBy('updatedAt', 'desc')
    .orderBy('id')
    .execute();
}

/** One chat of a person; another person's is not found. */
export function chatOf(db: Db, userId: string, id: string): Promise<Chat | undefined> {
  return db
    .selectFrom('chat')
    .select(['id', 'title', 'updatedAt'])
    .where('id', '=', id)
    .where('userId', '=', userId)
    .executeTakeFirst();
}

/** Makes the chat of a first message. Returns a row unless somebody made one of this id a moment earlier. */
export function createChat(
  db: Db,
  { id, userId, text, now }: { id: string; userId: string; text: string; now: number },
) {
  return db
    .insertInto('chat')
    .values({ id, userId, title: titleOf(text), createdAt: now, updatedAt: now })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id');
}

export function markUsed(db: Db, id: string, now: number) {
  return db.updateTable('chat').set({ updatedAt: now }).where('id', '=', id).returning('id');
}

export function renameChat(db: Db, userId: string, id: string, title: string): Promise<Chat | undefined> {
  return db
    .updateTable('chat')
    .set({ title })
    .where('id', '=', id)
    .where('userId', '=', userId)
    .returning(['id', 'title', 'updatedAt'])
    .executeTakeFirst();
}

export function deleteChat(db: Db, userId: string, id: string): Promise<void> {
  return db.transaction().execute(async (trx) => {
    await holdPerson(trx, userId);
    const characters = await charactersOfChat(trx, id);
    const deleted = await trx
      .deleteFrom('chat')
      .where('id', '=', id)
      .where('userId', '=', userId)
      .returning('id')
      .executeTakeFirst();
    if (deleted) await giveRoomBack(trx, userId, { chats: 1, characters });
  });
}
