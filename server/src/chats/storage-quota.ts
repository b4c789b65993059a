import type { Tables } from '@foyer/database/tables';
import type { Limits, Refusal } from '@foyer/policy';
import { type Kysely, sql } from 'kysely';
import type { SealedMessage } from './messages.ts';

type Db = Kysely<Tables>;

/** How many chats a person keeps, and how many characters are in them; or by how much that changes. */
export type Storage = { chats: number; characters: number };

type RoomLimits = Pick<Limits, 'chatsPerPerson' | 'charactersPerPerson'>;

/** Why a person may not keep this much more, or null. */
export function problemOfStorage(
  kept: Storage,
  { chats, characters }: Storage,
  limits: RoomLimits,
): Refusal | null {
  if (chats > 0 && kept.chats + chats > limits.chatsPerPerson) return 'TOO_MANY_CHATS';
  const isTooLong = kept.characters + characters > limits.charactersPerPerson;
  return characters > 0 && isTooLong ? 'STORAGE_SPENT' : null;
}

/**
 * Locks a person's row and counts what is added. Returns a row unless they are gone, or have no room for it: the same
 * statement looks and counts, so that parallel questions cannot pass together.
 */
export function takeStorage(db: Db, userId: string, { chats, characters }: Storage, limits: RoomLimits) {
  return db
    .updateTable('user')
    .set({ characters: added('characters', characters) })
    .$if(chats > 0, (update) =>
      update.set({ chats: added('chats', chats) }).where('chats', '<=', limits.chatsPerPerson - chats),
    )
    .$if(characters > 0, (update) =>
      update.where('characters', '<=', limits.charactersPerPerson - characters),
    )
    .where('id', '=', userId)
    .returning('id');
}

/** Counts what a reply has grown by since it was kept last. To run before the reply is kept. Returns a row unless the person is gone. */
export function countReply(
  db: Db,
  { userId, chatId }: { userId: string; chatId: string },
  { id, characters }: Pick<SealedMessage, 'id' | 'characters'>,
) {
  return db
    .updateTable('user')
    .set(({ eb, fn, selectFrom }) => ({
      characters: eb(
        eb('characters', '+', characters),
        '-',
        fn.coalesce(
          selectFrom('message')
            .select('message.characters')
            .where('chatId', '=', chatId)
            .where('message.id', '=', id),
          eb.lit(0),
        ),
      ),
    }))
    .where('id', '=', userId)
    .returning('id');
}

/** Gives back what a deleted chat took. */
export async function giveStorageBack(db: Db, userId: string, { chats, characters }: Storage): Promise<void> {
  await addRoom(db, userId, { chats: -chats, characters: -characters });
}

/** Counts a guest's chats for the member to whom they are moved. */
export async function moveStorage(
  db: Db,
  { guestId, memberId }: { guestId: string; memberId: string },
): Promise<void> {
  const moved = await db
    .selectFrom('user')
    .select(['chats', 'characters'])
    .where('id', '=', guestId)
    .executeTakeFirstOrThrow();
  await addRoom(db, memberId, moved);
}

/** How many characters the messages of a chat take. */
export async function charactersOfChat(db: Db, chatId: string): Promise<number> {
  const { characters } = await db
    .selectFrom('message')
    .select(({ fn }) => fn.sum<number | null>('characters').as('characters'))
    .where('chatId', '=', chatId)
    .executeTakeFirstOrThrow();
  return characters ?? 0;
}

async function addRoom(db: Db, userId: string, { chats, characters }: Storage): Promise<void> {
  await db
    .updateTable('user')
    .set({ chats: added('chats', chats), characters: added('characters', characters) })
    .where('id', '=', userId)
    .execute();
}

/** What a count becomes. Never below zero: an older server beside this one does not count. */
function added(count: keyof Storage, by: number) {
  const sum = sql<number>`${sql.ref(count)} + ${by}`;
  return by >= 0 ? sum : sql<number>`case when ${sum} < 0 then 0 else ${sum} end`;
}
