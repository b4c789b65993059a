import type { Tables } from '@foyer/database/tables';
import type { Limits, Refusal } from '@foyer/policy';
import type { Kysely, Transaction } from 'kysely';
import { lockUser } from '../users/lock-user.ts';
import { type Chat, chatColumns, type Owner, openChat } from './chats.ts';
import { charactersOfChat, giveStorageBack, problemOfStorage, takeStorage } from './storage-quota.ts';

type Db = Kysely<Tables>;
type StorageLimits = Pick<Limits, 'chatsPerPerson' | 'charactersPerPerson'>;

/** How long a deletion can be taken back, in milliseconds. */
const restorableMs = 10_000;
const erasedAtOnce = 100;

/** Hides a chat, which makes room for another one. It is erased later, unless it is restored before. */
export function hideChat(db: Db, userId: string, id: string, now: number): Promise<void> {
  return db.transaction().execute(async (trx) => {
    await lockUser(trx, userId);
    const characters = await charactersOfChat(trx, id);
    const hidden = await trx
      .updateTable('chat')
      .set({ deletedAt: now, deletedCharacters: characters })
      .where('id', '=', id)
      .where('userId', '=', userId)
      .where('deletedAt', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (!hidden) return;
    await giveStorageBack(trx, userId, { chats: 1, characters });
    // A race: a reply that has begun beside this would keep the person waiting. Without its lease it ends.
    await trx.deleteFrom('reply').where('chatId', '=', id).execute();
  });
}

/** A refusal when the chat is erased already, or when its place was taken meanwhile. */
export function restoreChat(
  db: Db,
  { userId, keys }: Owner,
  id: string,
  limits: StorageLimits,
): Promise<Chat | { refusal: Refusal }> {
  return db
    .transaction()
    .execute(async (trx) => {
      await lockUser(trx, userId);
      const chat = await trx
        .updateTable('chat')
        .set({ deletedAt: null })
        .where('id', '=', id)
        .where('userId', '=', userId)
        .where('deletedAt', 'is not', null)
        .returning([...chatColumns, 'deletedCharacters'])
        .executeTakeFirst();
      if (!chat) throw new CannotRestore('CHAT_NOT_FOUND');
      const needed = { chats: 1, characters: chat.deletedCharacters ?? 0 };
      const stored = await trx
        .selectFrom('user')
        .select(['chats', 'characters'])
        .where('id', '=', userId)
        .executeTakeFirstOrThrow();
      const refusal = problemOfStorage(stored, needed, limits);
      if (refusal) throw new CannotRestore(refusal);
      await takeStorage(trx, userId, needed, limits).execute();
      return openChat(keys, chat);
    })
    .catch((error) => {
      if (error instanceof CannotRestore) return { refusal: error.refusal };
      throw error;
    });
}

class CannotRestore extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal);
    this.refusal = refusal;
  }
}

/** Erases the chats whose deletion can no longer be taken back. */
export async function eraseDeletedChats(db: Db, now: number): Promise<void> {
  const until = now - restorableMs;
  const chats = await db
    .selectFrom('chat')
    .select(['id', 'userId'])
    .where('deletedAt', '<=', until)
    .limit(erasedAtOnce)
    .execute();
  for (const { id, userId } of chats)
    await db.transaction().execute((trx) => eraseChat(trx, { id, userId, until }));
}

export async function eraseDeletedChatsOf(db: Db, userId: string): Promise<void> {
  const chats = await db
    .selectFrom('chat')
    .select('id')
    .where('userId', '=', userId)
    .where('deletedAt', 'is not', null)
    .execute();
  for (const { id } of chats) await db.transaction().execute((trx) => eraseChat(trx, { id, userId }));
}

/** @param until only a chat that was deleted by then; default: at any time */
async function eraseChat(
  trx: Transaction<Tables>,
  { id, userId, until }: { id: string; userId: string; until?: number },
): Promise<void> {
  await lockUser(trx, userId);
  const characters = await charactersOfChat(trx, id);
  const erased = await trx
    .deleteFrom('chat')
    .where('id', '=', id)
    // A race: it may have been restored meanwhile, and deleted again.
    .where('deletedAt', 'is not', null)
    .$if(until !== undefined, (query) => query.where('deletedAt', '<=', until ?? 0))
    .returning('deletedCharacters')
    .executeTakeFirst();
  // A race: a question may have been saved beside the deletion.
  const rest = characters - (erased?.deletedCharacters ?? 0);
  if (erased && rest > 0) await giveStorageBack(trx, userId, { chats: 0, characters: rest });
}
