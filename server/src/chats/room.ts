import type { Tables } from '@foyer/database/tables';
import type { Limits, Refusal } from '@foyer/policy';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { charactersIn, type Message } from './messages.ts';

type Db = Kysely<Tables>;

/** How many chats a person keeps, and how many characters are in them; or by how much that changes. */
export type Room = { chats: number; characters: number };

type RoomLimits = Pick<Limits, 'chatsPerPerson' | 'charactersPerPerson'>;

/** Why a person may not keep this much more, or null. */
export function problemOfRoom(kept: Room, added: Room, limits: RoomLimits): Refusal | null {
  if (added.chats > 0 && kept.chats + added.chats > limits.chatsPerPerson) return 'TOO_MANY_CHATS';
  const isTooLong = kept.characters + added.characters > limits.charactersPerPerson;
  return added.characters > 0 && isTooLong ? 'STORAGE_SPENT' : null;
}

/**
 * Locks a person's row and counts what is added. Returns a row unless they are gone, or have no room for it: the same
 * statement looks and counts, so that parallel questions cannot pass together.
 */
export function takeRoom(db: Db, userId: string, added: Room, limits: RoomLimits) {
  const { chats, characters } = added;
  return changeRoom(db, userId, { chats: sql`${chats}`, characters: sql`${characters}` })
    .$if(chats > 0, (update) => update.where('chats', '<=', limits.chatsPerPerson - chats))
    .$if(characters > 0, (update) =>
      update.where('characters', '<=', limits.charactersPerPerson - characters),
    )
    .returning('id');
}

/** Counts what a reply has grown by since it was kept last. To run before the reply is kept. Returns a row unless the person is gone. */
export function countReply(
  db: Db,
  { userId, chatId }: { userId: string; chatId: string },
  { id, text }: Message,
) {
  const before = sql`coalesce((select "characters" from "message" where "chatId" = ${chatId} and "id" = ${id}), 0)`;
  const characters = sql`${charactersIn(text)} - ${before}`;
  return changeRoom(db, userId, { chats: sql`0`, characters }).returning('id');
}

/** Gives back what a deleted chat took. */
export async function giveRoomBack(db: Db, userId: string, { chats, characters }: Room): Promise<void> {
  await changeRoom(db, userId, { chats: sql`${-chats}`, characters: sql`${-characters}` }).execute();
}

/** Counts a guest's chats for the member to whom they are moved. */
export async function moveRoom(
  db: Db,
  { guestId, memberId }: { guestId: string; memberId: string },
): Promise<void> {
  const moved = await db
    .selectFrom('user')
    .select(['chats', 'characters'])
    .where('id', '=', guestId)
    .executeTakeFirstOrThrow();
  await changeRoom(db, memberId, {
    chats: sql`${moved.chats}`,
    characters: sql`${moved.characters}`,
  }).execute();
}

/** How many characters the messages of a chat take. */
export async function charactersOfChat(db: Db, chatId: string): Promise<number> {
  const { characters } = await db
    .selectFrom('message')
    .select(sql<number>`coalesce(sum(${sql.ref('characters')}), 0)`.as('characters'))
    .where('chatId', '=', chatId)
    .executeTakeFirstOrThrow();
  return Number(characters);
}

/** Never below zero: an older server beside this one does not count. */
function changeRoom(db: Db, userId: string, by: Record<keyof Room, RawBuilder<unknown>>) {
  const sum = (column: keyof Room) => {
    const changed = sql`${sql.ref(column)} + ${by[column]}`;
    return sql<number>`case when ${changed} < 0 then 0 else ${changed} end`;
  };
  return db
    .updateTable('user')
    .set({ chats: sum('chats'), characters: sum('characters') })
    .where('id', '=', userId);
}
