import type { Tables } from '@foyer/database/tables';
import type { Limits, Refusal } from '@foyer/policy';
import { type Kysely, sql } from 'kysely';
import type { SealedMessage } from './messages.ts';

type Db = Kysely<Tables>;

export type Storage = { chats: number; characters: number };

type StorageLimits = Pick<Limits, 'chatsPerPerson' | 'charactersPerPerson'>;

/** Why the user may not store this much more; null when they may. */
export function problemOfStorage(
  stored: Storage,
  { chats, characters }: Storage,
  limits: StorageLimits,
): Refusal | null {
  if (chats > 0 && stored.chats + chats > limits.chatsPerPerson) return 'TOO_MANY_CHATS';
  const isTooLong = stored.characters + characters > limits.charactersPerPerson;
  return characters > 0 && isTooLong ? 'STORAGE_SPENT' : null;
}

/** Checks and counts in one statement, so parallel questions cannot pass together. No row: user gone, or no room. */
export function takeStorage(db: Db, userId: string, { chats, characters }: Storage, limits: StorageLimits) {
  return db
    .updateTable('user')
    .set({ characters: added('characters', characters) })
    .$if(chats !== 0, (update) => update.set({ chats: added('chats', chats) }))
    .$if(chats > 0, (update) => update.where('chats', '<=', limits.chatsPerPerson - chats))
    .$if(characters > 0, (update) =>
      update.where('characters', '<=', limits.charactersPerPerson - characters),
    )
    .where('id', '=', userId)
    .returning('id');
}

/** Counts the growth of a reply. Run it before the save. Returns a row unless the user is gone. */
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

export async function giveStorageBack(db: Db, userId: string, { chats, characters }: Storage): Promise<void> {
  await addStorage(db, userId, { chats: -chats, characters: -characters });
}

/** Counts a guest's chats for the member who takes them over. */
export async function moveStorage(
  db: Db,
  { guestId, memberId }: { guestId: string; memberId: string },
): Promise<void> {
  const moved = await db
    .selectFrom('user')
    .select(['chats', 'characters'])
    .where('id', '=', guestId)
    .executeTakeFirstOrThrow();
  await addStorage(db, memberId, moved);
}

export async function charactersOfChat(db: Db, chatId: string): Promise<number> {
  const { characters } = await db
    .selectFrom('message')
    .select(({ fn }) => fn.sum<number | null>('characters').as('characters'))
    .where('chatId', '=', chatId)
    .executeTakeFirstOrThrow();
  return characters ?? 0;
}

async function addStorage(db: Db, userId: string, { chats, characters }: Storage): Promise<void> {
  await db
    .updateTable('user')
    .set({ chats: added('chats', chats), characters: added('characters', characters) })
    .where('id', '=', userId)
    .execute();
}

/** Never below zero: an older server running next to this one does not count. */
function added(count: keyof Storage, by: number) {
  const sum = sql<number>`${sql.ref(count)} + ${by}`;
  return by >= 0 ? sum : sql<number>`case when ${sum} < 0 then 0 else ${sum} end`;
}
