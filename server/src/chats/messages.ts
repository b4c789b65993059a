import type { MessageStatus, ReplyEnding, Tables } from '@foyer/database/tables';
import type { DataKeys } from '@foyer/invitation-codes/data-keys';
import { openText, sealText } from '@foyer/invitation-codes/sealed-text';
import type { Kysely } from 'kysely';
import type { TimeSlices } from '../http/time-slices.ts';
import { insertOwned } from '../users/insert-owned.ts';

type Db = Kysely<Tables>;

export type SealedMessage = Omit<Tables['message'], 'chatId' | 'characters'> & { characters: number };

export type Writer = Pick<Tables['message'], 'assistant' | 'model' | 'promptDigest'>;

export const noWriter: Writer = { assistant: null, model: null, promptDigest: null };

type SealedColumn = 'sealed' | 'keyId' | 'characters' | 'sealedThoughts';

export type Message = Omit<SealedMessage, SealedColumn | keyof Writer | 'ending' | 'leftOut'> & {
  text: string;
  /** The reasoning of the model before its reply. Never sent back to it. */
  thoughts?: string;
  ending?: ReplyEnding | null;
  leftOut?: number | null;
  writer?: Writer;
};

export type ReadMessage = Omit<SealedMessage, 'characters' | keyof Writer>;

export type MessageMetadata = {
  createdAt: number;
  status: MessageStatus;
  ending?: ReplyEnding | null;
  leftOut?: number;
};

export const messageColumns = [
  'message.id',
  'message.position',
  'message.role',
  'message.sealed',
  'message.keyId',
  'message.status',
  'message.createdAt',
  'message.sealedThoughts',
  'message.ending',
  'message.leftOut',
] as const;

/** Sealed text is bound to this place. Position and status may change, so they are not part of it. */
const placeOf = (chatId: string, id: string, column = 'text') => ({
  table: 'message',
  row: `${chatId} ${id}`,
  column,
});

export function sealMessage(keys: DataKeys, chatId: string, message: Message): SealedMessage {
  const { text, thoughts = '', ending = null, leftOut = null, writer = noWriter, ...rest } = message;
  const place = placeOf(chatId, rest.id, 'thoughts');
  return {
    ...rest,
    ending,
    leftOut,
    ...writer,
    characters: charactersOf(message),
    ...sealText(keys, text, placeOf(chatId, rest.id)),
    sealedThoughts: thoughts === '' ? null : sealText(keys, thoughts, place).sealed,
  };
}

/** @throws CannotOpen */
export function openMessage(
  keys: DataKeys,
  chatId: string,
  { sealed, keyId, sealedThoughts, ...message }: ReadMessage,
): Message {
  const text = openTextOf(keys, chatId, { id: message.id, sealed, keyId });
  if (!sealedThoughts) return { ...message, text };
  const place = placeOf(chatId, message.id, 'thoughts');
  return { ...message, text, thoughts: openText(keys, { sealed: sealedThoughts, keyId }, place) };
}

export function openTextOf(
  keys: DataKeys,
  chatId: string,
  { id, ...sealed }: Pick<SealedMessage, 'id' | 'sealed' | 'keyId'>,
): string {
  return openText(keys, sealed, placeOf(chatId, id));
}

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

export function charactersOf({ text, thoughts = '' }: Pick<Message, 'text' | 'thoughts'>): number {
  return charactersIn(text) + charactersIn(thoughts);
}

/** Counts Unicode code points. */
export function charactersIn(text: string): number {
  const pairs = text.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g);
  return text.length - (pairs?.length ?? 0);
}

export function removeMessage(db: Db, chatId: string, id: string) {
  return db.deleteFrom('message').where('chatId', '=', chatId).where('id', '=', id).returning('id');
}

export function toUIMessage(message: Message) {
  const { id, role, text, thoughts } = message;
  const reasoning = thoughts ? [{ type: 'reasoning' as const, text: thoughts }] : [];
  return { id, role, parts: [...reasoning, { type: 'text' as const, text }], metadata: metadataOf(message) };
}

export function metadataOf({ createdAt, status, ending, leftOut }: Message): MessageMetadata {
  return { createdAt, status, ...(ending && { ending }), ...(leftOut && { leftOut }) };
}
