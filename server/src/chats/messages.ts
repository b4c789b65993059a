import type { MessageStatus, Tables } from '@foyer/database/tables';
import type { Kysely } from 'kysely';

type Db = Kysely<Tables>;

/** One entry of a chat as it is kept. */
export type Message = Omit<Tables['message'], 'chatId' | 'characters'>;

/** What the person sees of a message besides its text. */
export type MessageMetadata = { createdAt: number; status: MessageStatus };

/** The messages of a chat, and whether a reply is being written in it: read at one moment. */
export async function conversationIn(
  db: Db,
  chatId: string,
  now: number,
): Promise<{ messages: Message[]; isReplying: boolean }> {
  const rows = await db
    .selectFrom('message')
    .leftJoin('reply', (join) =>
      join.onRef('reply.chatId', '=', 'message.chatId').on('reply.leaseUntil', '>=', now),
    )
    .select(['id', 'position', 'role', 'text', 'status', 'createdAt', 'leaseUntil'])
    .where('message.chatId', '=', chatId)
    .orderBy('position')
    .execute();
  return {
    messages: rows.map(({ leaseUntil, ...message }) => message),
    isReplying: rows.some(({ leaseUntil }) => leaseUntil !== null),
  };
}

/** Adds a message. Returns a row unless there is one of its id or position. */
export function addMessage(db: Db, chatId: string, message: Message) {
  return db
    .insertInto('message')
    .values({ chatId, ...message, characters: charactersIn(message.text) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id');
}

/** Adds a message, or what it has become since it was added. Returns a row. */
export function putMessage(db: Db, chatId: string, message: Message) {
  const { text, status, createdAt } = message;
  const characters = charactersIn(text);
  return db
    .insertInto('message')
    .values({ chatId, ...message, characters })
    .onConflict((conflict) =>
      conflict.columns(['chatId', 'id']).doUpdateSet({ text, status, createdAt, characters }),
    )
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
