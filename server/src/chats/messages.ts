import type { MessageStatus, Tables } from '@foyer/database/tables';
import type { DataKeys } from '@foyer/invitation-codes/data-keys';
import { openText, sealText } from '@foyer/invitation-codes/sealed-text';
import type { Kysely } from 'kysely';
import type { TimeSlices } from '../http/time-slices.ts';
import { insertOwned } from '../users/insert-owned.ts';

type Db = Kysely<Tables>;

export type SealedMessage = Omit<Tables['message'], 'chatId' | 'characters'> & { characters: number };

export type Message = Omit<SealedMessage, 'sealed' | 'keyId' | 'characters'> & { text: string };

export type MessageMetadata = { createdAt: number; status: MessageStatus };

export const messageColumns = [
  'message.id',
  'message.position',
  'message.role',
  'message.sealed',
  'message.keyId',
  'message.status',
  'message.createdAt',
] as const;

/** Sealed text is bound to this place. Position and status may change, so they are not part of it. */
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

/** @throws CannotOpen */
export function openMessage(
  keys: DataKeys,
  chatId: string,
  { sealed, keyId, ...message }: Omit<SealedMessage, 'characters'>,
): Message {
  return { ...message, text: openTextOf(keys, chatId, { id: message.id, sealed, keyId }) };
}

export function openTextOf(
  keys: DataKeys,
  chatId: string,
  { id, ...sealed }: Pick<SealedMessage, 'id' | 'sealed' | 'keyId'>,
): string {
  return openText(keys, sealed, placeOf(chatId, id));
}

/** Read together, at one moment. */
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

/** Returns a row unless a message with this id or position exists. */
export function addMessage(db: Db, chatId: string, message: SealedMessage) {
  return insertOwned(db, 'message', { table: 'chat', id: chatId }, { chatId, ...message })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id');
}

/** Inserts or updates a message. Returns a row. */
export function putMessage(db: Db, chatId: string, message: SealedMessage) {
  const { id, position, role, ...changing } = message;
  return insertOwned(db, 'message', { table: 'chat', id: chatId }, { chatId, ...message })
    .onConflict((conflict) => conflict.columns(['chatId', 'id']).doUpdateSet(changing))
    .returning('id');
}

/** Only if the last message is a saved part of a reply. */
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

/** Counts Unicode code points. */
export function charactersIn(text: string): number {
  const pairs = text.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g);
  return text.length - (pairs?.length ?? 0);
}

export function removeMessage(db: Db, chatId: string, id: string) {
  return db.deleteFrom('message').where('chatId', '=', chatId).where('id', '=', id).returning('id');
}

export function toUIMessage({ id, role, text, createdAt, status }: Message) {
  const metadata: MessageMetadata = { createdAt, status };
  return { id, role, parts: [{ type: 'text' as const, text }], metadata };
}
