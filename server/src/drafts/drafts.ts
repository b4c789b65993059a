import type { Tables } from '@foyer/database/tables';
import type { DataKeys } from '@foyer/invitation-codes/data-keys';
import { openText, sealText } from '@foyer/invitation-codes/sealed-text';
import type { Kysely } from 'kysely';
import { hasChat } from '../chats/chats.ts';
import { lockUser } from '../users/lock-user.ts';

type Db = Kysely<Tables>;

/** `chatId`: null for a chat that does not exist yet. */
type Place = { userId: string; chatId: string | null; keys: DataKeys };

/** An empty text when there is none, or when the chat went on since. */
export async function draftOf(db: Db, { userId, chatId, keys }: Place): Promise<string> {
  const id = idOf(userId, chatId);
  const draft = await db
    .selectFrom('draft')
    .leftJoin('chat', 'chat.id', 'draft.chatId')
    .select(['sealed', 'draft.keyId'])
    .where('draft.id', '=', id)
    .where('draft.userId', '=', userId)
    .where(({ or, eb }) =>
      or([eb('chat.updatedAt', 'is', null), eb('draft.updatedAt', '>=', eb.ref('chat.updatedAt'))]),
    )
    .executeTakeFirst();
  return draft ? openText(keys, draft, columnOf(id)) : '';
}

/** All drafts of a person, the last one first; none of a deleted chat. */
export async function draftsOf(db: Db, { userId, keys }: Pick<Place, 'userId' | 'keys'>) {
  const drafts = await sealedDraftsOf(db, userId);
  const deleted = await db
    .selectFrom('chat')
    .select('id')
    .where('userId', '=', userId)
    .where('deletedAt', 'is not', null)
    .execute();
  const hidden = new Set<string | null>(deleted.map(({ id }) => id));
  return drafts.filter(({ chatId }) => !hidden.has(chatId)).map((draft) => openDraft(keys, draft));
}

export type SealedDraft = Awaited<ReturnType<typeof sealedDraftsOf>>[number];

export function sealedDraftsOf(db: Db, userId: string) {
  return db
    .selectFrom('draft')
    .select(['id', 'chatId', 'sealed', 'keyId', 'updatedAt'])
    .where('userId', '=', userId)
    .orderBy('updatedAt', 'desc')
    .execute();
}

/** @throws CannotOpen */
export function openDraft(keys: DataKeys, { id, chatId, updatedAt, ...sealed }: SealedDraft) {
  return { chatId, text: openText(keys, sealed, columnOf(id)), updatedAt };
}

/** Returns false when there is no such chat. */
export function keepDraft(
  db: Db,
  { userId, chatId, keys }: Place,
  { text, now }: { text: string; now: number },
): Promise<boolean> {
  const id = idOf(userId, chatId);
  return db.transaction().execute(async (trx) => {
    // A race: a draft that comes beside the erasure must not stay behind.
    if (!(await lockUser(trx, userId))) return false;
    if (chatId !== null && !(await hasChat(trx, userId, chatId))) return false;
    if (text === '') {
      await trx.deleteFrom('draft').where('id', '=', id).execute();
      return true;
    }
    const sealed = { ...sealText(keys, text, columnOf(id)), updatedAt: now };
    await trx
      .insertInto('draft')
      .values({ id, userId, chatId, ...sealed })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(sealed))
      .execute();
    return true;
  });
}

/** For a guest whose chats a member takes over. The draft of the guest's next chat is dropped. */
export async function moveDrafts(
  db: Db,
  { guestId, memberId }: { guestId: string; memberId: string },
): Promise<void> {
  await db
    .updateTable('draft')
    .set({ userId: memberId })
    .where('userId', '=', guestId)
    .where('chatId', 'is not', null)
    .execute();
}

const idOf = (userId: string, chatId: string | null) => chatId ?? `new ${userId}`;

const columnOf = (id: string) => ({ table: 'draft', row: id, column: 'text' });
