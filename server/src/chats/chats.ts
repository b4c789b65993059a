import type { Tables } from '@foyer/database/tables';
import type { DataKeys } from '@foyer/invitation-codes/data-keys';
import { openText, sealText } from '@foyer/invitation-codes/sealed-text';
import type { Kysely } from 'kysely';
import type { TokenLimits } from '../config/model-config.ts';
import type { TimeSlices } from '../http/time-slices.ts';
import { insertOwned } from '../users/insert-owned.ts';
import { titleOf } from './title.ts';

type Db = Kysely<Tables>;

export type Chat = { id: string; title: string; updatedAt: number };

export type Owner = { userId: string; keys: DataKeys };

type SealedChat = { id: string; sealedTitle: Uint8Array; keyId: string; updatedAt: number };

export const chatColumns = ['id', 'sealedTitle', 'keyId', 'updatedAt'] as const;

/** Most recently used first. */
export async function chatsOf(db: Db, { userId, keys }: Owner, slices: TimeSlices): Promise<Chat[]> {
  const chats = await db
    .selectFrom('chat')
    .select(chatColumns)
    .where('userId', '=', userId)
    .where('deletedAt', 'is', null)
    .orderBy('updatedAt', 'desc')
    .orderBy('id')
    .execute();
  return slices.map(chats, (chat) => openChat(keys, chat));
}

/** Undefined also for another user's chat. */
export async function chatOf(
  db: Db,
  { userId, keys }: Owner,
  id: string,
): Promise<(Chat & { assistant: string | null }) | undefined> {
  const chat = await db
    .selectFrom('chat')
    .select([...chatColumns, 'assistant'])
    .where('id', '=', id)
    .where('userId', '=', userId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  return chat && { ...openChat(keys, chat), assistant: chat.assistant };
}

export async function hasChat(db: Db, userId: string, id: string): Promise<boolean> {
  const chat = await db
    .selectFrom('chat')
    .select('id')
    .where('id', '=', id)
    .where('userId', '=', userId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  return chat !== undefined;
}

/** Returns a row unless a chat with this id already exists. */
export function createChat(
  db: Db,
  {
    id,
    userId,
    text,
    keys,
    now,
    assistant = null,
  }: Owner & { id: string; text: string; now: number; assistant?: string | null },
) {
  const title = sealTitle(keys, id, titleOf(text));
  const row = { id, userId, ...title, assistant, createdAt: now, updatedAt: now };
  return insertOwned(db, 'chat', { table: 'user', id: userId }, row)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id');
}

export function markUsed(db: Db, id: string, now: number) {
  return db.updateTable('chat').set({ updatedAt: now }).where('id', '=', id).returning('id');
}

/** So that the next question of this chat is not too long again. */
export function rememberWindow(db: Db, id: string, { contextTokens, replyTokens }: TokenLimits) {
  return db.updateTable('chat').set({ contextTokens, replyTokens }).where('id', '=', id).returning('id');
}

export async function renameChat(
  db: Db,
  { userId, keys }: Owner,
  { id, title }: Pick<Chat, 'id' | 'title'>,
): Promise<Chat | undefined> {
  const chat = await db
    .updateTable('chat')
    .set(sealTitle(keys, id, title))
    .where('id', '=', id)
    .where('userId', '=', userId)
    .where('deletedAt', 'is', null)
    .returning(chatColumns)
    .executeTakeFirst();
  return chat && openChat(keys, chat);
}

const placeOf = (id: string) => ({ table: 'chat', row: id, column: 'title' });

export function sealTitle(keys: DataKeys, id: string, title: string) {
  const { sealed, keyId } = sealText(keys, title, placeOf(id));
  return { sealedTitle: sealed, keyId };
}

/** @throws CannotOpen */
export function openChat(keys: DataKeys, { id, sealedTitle, keyId, updatedAt }: SealedChat): Chat {
  return { id, title: openText(keys, { sealed: sealedTitle, keyId }, placeOf(id)), updatedAt };
}
