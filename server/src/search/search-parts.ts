import type { Tables } from '@foyer/database/tables';
import type { Kysely } from 'kysely';
import { chatColumns } from '../chats/chats.ts';

type Db = Kysely<Tables>;

/** Rows per read: few, because SQLite blocks everybody while it reads. */
const chatsAtOnce = 100;
const messagesAtOnce = 200;

type ListedChat = Awaited<ReturnType<typeof chatsAfter>>[number];

type Part = { chats: ListedChat[]; from: number; to: number };

export type ChatsToSearch = Part & { messages: Awaited<ReturnType<typeof messagesOf>> };

/** All chats of a user, most recently used first, in parts; the next part is read while this one is searched. */
export async function* partsOf(db: Db, userId: string): AsyncGenerator<ChatsToSearch> {
  const parts = readParts(db, userId);
  let next = parts.next();
  while (true) {
    const { value, done } = await next;
    if (done) return;
    next = parts.next();
    // When the search ends early, nobody waits for this promise.
    next.catch(() => {});
    yield value;
  }
}

async function* readParts(db: Db, userId: string): AsyncGenerator<ChatsToSearch, void> {
  let last: ListedChat | undefined;
  do {
    const chats = await chatsAfter(db, userId, last);
    for (const part of partsIn(chats)) yield { ...part, messages: await messagesOf(db, part) };
    last = chats.at(-1);
  } while (last);
}

function chatsAfter(db: Db, userId: string, last: { id: string; updatedAt: number } | undefined) {
  return db
    .selectFrom('chat')
    .select(chatColumns)
    .select(({ selectFrom }) =>
      selectFrom('message')
        .select(({ fn }) => fn.max('position').as('last'))
        .whereRef('message.chatId', '=', 'chat.id')
        .as('lastPosition'),
    )
    .where('userId', '=', userId)
    .where('deletedAt', 'is', null)
    .$if(last !== undefined, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('updatedAt', 'id'), '<', tuple(last?.updatedAt ?? 0, last?.id ?? '')),
      ),
    )
    .orderBy('updatedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(chatsAtOnce)
    .execute();
}

/** Small chats together; each large chat alone, in several parts. */
function* partsIn(chats: ListedChat[]): Generator<Part> {
  let together: ListedChat[] = [];
  let count = 0;
  const small = () => ({ chats: together, from: 0, to: messagesAtOnce });
  for (const chat of chats) {
    const messages = (chat.lastPosition ?? -1) + 1;
    if (together.length > 0 && count + messages > messagesAtOnce) {
      yield small();
      [together, count] = [[], 0];
    }
    if (messages <= messagesAtOnce) {
      together.push(chat);
      count += messages;
      continue;
    }
    for (let from = 0; from < messages; from += messagesAtOnce)
      yield { chats: [chat], from, to: from + messagesAtOnce };
  }
  if (together.length > 0) yield small();
}

function messagesOf(db: Db, { chats, from, to }: Part) {
  const ids = chats.map(({ id }) => id);
  // Padded: each number of parameters would be another prepared statement.
  const padded = Array.from(
    { length: chats.length === 1 ? 1 : chatsAtOnce },
    (_, i) => ids[i] ?? ids[0] ?? '',
  );
  return db
    .selectFrom('message')
    .select(['chatId', 'id', 'position', 'sealed', 'keyId'])
    .where('chatId', 'in', padded)
    .where('position', '>=', from)
    .where('position', '<', to)
    .orderBy('chatId')
    .orderBy('position')
    .execute();
}
