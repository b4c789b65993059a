import type { MessageStatus, Tables } from '@foyer/database/tables';
import type { DataKeys } from '@foyer/invitation-codes/data-keys';
import { openText, sealText } from '@foyer/invitation-codes/sealed-text';
import type { Kysely } from 'kysely';
import type { TimeSlices } from '../http/time-slices.ts';
import { insertOwned } from '../users/insert-owned.ts';

type Db = Kysely<Tables>;

/** One entry of a chat as it is kept: its text sealed. */
export type SealedMessage = Omit<Tables['message'], 'chatId' | 'characters'> & { characters: number };

/** One entry of a chat. */
export type Message = Omit<SealedMessage, 'sealed' | 'keyId' | 'characters'> & { text: string };

/** What the person sees of a message besides its text. */
export type MessageMetadata = { createdAt: number; status: MessageStatus };

/** The columns of which a message is opened. */
export const messageColumns = [
  'message.id',
  'message.position',
  'message.role',
  'message.sealed',
  'message.keyId',
  'message.status',
  'message.createdAt',
] as const;

/** Neither the position nor the status is part of it: both may change without the text. */
const placeOf = (chatId: string, id: string) => ({
  table: 'message',
  row: `${chatId} ${id}`,
  column: 'text',
});

export function sealMessage(keys: DataKeys, chatId: string, { text, ...message }: Message): SealedMessage {
  return {
    ...message,
    characters: charactersIn(text),
    ...sealText(keys, text, placeOf(chatId, message.id)),
  };
}

/** Throws `CannotOpen`. */
export function openMessage(
  keys: DataKeys,
  chatId: string,
  { sealed, keyId, ...message }: Omit<SealedMessage, 'characters'>,
): Message {
  return { ...message, text: openTextOf(keys, chatId, { id: message.id, sealed, keyId }) };
}

/** The text of a message alone. Throws `CannotOpen`. */
export function openTextOf(
  keys: DataKeys,
  chatId: string,
  { id, ...sealed }: Pick<SealedMessage, 'id' | 'sealed' | 'keyId'>,
): string {
  return openText(keys, sealed, placeOf(chatId, id));
}

/** The messages of a chat, and whether a reply is being written in it: read at one moment. */
export async function conversationIn(
  db: Db,
  keys: DataKeys,
  chatId: string,
  { now, slices }: { now: number; slices: TimeSlices },
): Promise<{ messages: Message[]; isReplying: boolean }> {
  const rows = await db
    .selectFrom('message')
    .leftJoin('reply', (join) =>
      join.onRef('reply.chatId', '=', 'message.chatId').on('reply.leaseUntil', '>=', now),
    )
    .select([...messageColumns, 'leaseUntil'])
    .where('message.chatId', '=', chatId)
    .orderBy('position')
    .execute();
  return {
    messages: await slices.map(rows, ({ leaseUntil, ...message }) => openMessage(keys, chatId, message)),
    isReplying: rows.some(({ leaseUntil }) => leaseUntil !== null),
  };
}

/** Adds a message. Returns a row unless there is one of its id or position. */
export function addMessage(db: Db, chatId: string, message: SealedMessage) {
  return insertOwned(db, 'message', { table: 'chat', id: chatId }, { chatId, ...message })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id');
}

/** Adds a message, or what it has become since it was added. Returns a row. */
export function putMessage(db: Db, chatId: string, message: SealedMessage) {
  const { id, position, role, ...changing } = message;
  return insertOwned(db, 'message', { table: 'chat', id: chatId }, { chatId, ...message })
    .onConflict((conflict) => conflict.columns(['chatId', 'id']).doUpdateSet(changing))
    .returning('id');
}

/** Marks the last message of a chat as stopped, if it is what is kept of a reply so far. */
export async function markStopped(db: Db, chatId: string): Promise<void> {
  await db
    .updateTable('message')
    .set({ status: 'stopped' })
    .where('chatId', '=', chatId)
    .where('role', '=', 'assistant')
    .where('status', '=', 'interrupted')
    .where('position', '=', ({ selectFrom }) =>
      selectFrom('message as each')
        .select(({ fn }) => fn.max('each.position').as('last'))
        .where('each.chatId', '=', chatId),
    )
    .execute();
}

/** How many characters a text takes: Unicode code points. */
export function charactersIn(text: string): number {
  const pairs = text.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g);
  return text.length - (pairs?.length ?? 0);
}

export function removeMessage(db: Db, chatId: string, id: string) {
  return db.deleteFrom('message').where('chatId', '=', chatId).where('id', '=', id).returning('id');
}

/** A message in the form of the AI SDK. */
export function toUIMessage({ id, role, text, createdAt, status }: Message) {
  const metadata: MessageMetadata = { createdAt, status };
  return { id, role, parts: [{ type: 'text' as const, text }], metadata };
}
