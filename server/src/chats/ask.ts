import { type Act, allOrNone, type Database, troubleOf } from '@foyer/database';
import type { Tables } from '@foyer/database/tables';
import type { Limits, Refusal } from '@foyer/policy';
import type { Kysely } from 'kysely';
import { personHeld } from '../hold-person.ts';
import type { Person } from '../person.ts';
import { spendMessage, untilNextMessage } from './allowance.ts';
import { createChat, markUsed } from './chats.ts';
import { type Lease, newLease, takeLease } from './lease.ts';
import { addMessage, type Message, removeMessage } from './messages.ts';

type Kept = Pick<Database, 'db' | 'reads'>;

/** A question that a reply may now be written for. */
export type Question = { lease: Lease; conversation: Message[] };

/** Why a question is not answered. */
type Refused = { refusal: Refusal; waitMs?: number };

export type Asked = Question | Refused;

type Asking = { person: Person; chatId: string; limits: Limits; now: number };

/** What is to be written of a question: the conversation that it makes, and the changes that make it. */
type Plan = { conversation: Message[]; changes: (db: Kysely<Tables>) => Act[] };

/** Keeps a message and takes the lease of its reply; makes the chat with its first message. */
export function sendMessage(
  database: Kept,
  { message: { id, text }, ...asking }: Asking & { message: { id: string; text: string } },
): Promise<Asked> {
  const { person, chatId, now } = asking;
  return ask(database, asking, (earlier, usedAt) => {
    const last = earlier.at(-1);
    // A request that the network repeats brings a message that is there already.
    const isRepeated = earlier.some((message) => message.id === id);
    if (isRepeated && !(last?.id === id && last.text === text)) return { refusal: 'NOTHING_TO_RETRY' };
    if (isRepeated)
      return { conversation: earlier, changes: (db) => [useAgain(db, { chatId, usedAt, now })] };
    const position = last ? last.position + 1 : 0;
    const message: Message = { id, position, role: 'user', text, status: 'complete', createdAt: now };
    const chat = { id: chatId, userId: person.id, text, now };
    return {
      conversation: [...earlier, message],
      changes: (db) => [
        last ? useAgain(db, { chatId, usedAt, now }) : createChat(db, chat),
        addMessage(db, chatId, message),
      ],
    };
  });
}

/**
 * Takes the lease for another reply to the last question; the reply that it has goes.
 *
 * @param last the id of the last message that the person has seen: nothing is replaced that came after it. Default: whichever it is
 */
export function retryQuestion(
  database: Kept,
  { last, ...asking }: Asking & { last?: string | undefined },
): Promise<Asked> {
  const { chatId, now } = asking;
  return ask(database, asking, (messages, usedAt) => {
    if (messages.length === 0) return { refusal: 'CHAT_NOT_FOUND' };
    if (last !== undefined && messages.at(-1)?.id !== last) return { refusal: 'CHAT_MOVED_ON' };
    const answer = messages.at(-1)?.role === 'assistant' ? messages.at(-1) : undefined;
    const conversation = answer ? messages.slice(0, -1) : messages;
    if (conversation.at(-1)?.role !== 'user') return { refusal: 'NOTHING_TO_RETRY' };
    return {
      conversation,
      changes: (db) => [
        useAgain(db, { chatId, usedAt, now }),
        ...(answer ? [removeMessage(db, chatId, answer.id)] : []),
      ],
    };
  });
}

/** Notes that a chat is used. Returns no row where that was done since it was looked at: somebody has asked or answered. */
function useAgain(
  db: Kysely<Tables>,
  { chatId, usedAt, now }: { chatId: string; usedAt: number | null; now: number },
) {
  return markUsed(db, chatId, now).where('updatedAt', '=', usedAt ?? 0);
}

const mostRounds = 10;

/** Looks, plans, and does it: all at once, or nothing of it where something has changed since; then it looks again. */
async function ask(
  { db, reads }: Kept,
  asking: Asking,
  plan: (messages: Message[], usedAt: number | null) => Plan | Refused,
): Promise<Asked> {
  const { person, chatId, limits, now } = asking;
  const counted = { userId: person.id, perHour: limits.guestMessagesPerHour, now };
  for (let round = 0; round < mostRounds; round++) {
    const seen = await look(reads, asking);
    if ('refusal' in seen) return seen;
    const planned = plan(seen.messages, seen.usedAt);
    if ('refusal' in planned) return planned;
    const waitMs = person.isGuest ? untilNextMessage(seen.window, counted) : 0;
    if (waitMs > 0) return { refusal: 'TOO_MANY_MESSAGES', waitMs };

    const lease = newLease({ userId: person.id, chatId }, now);
    const isDone = await allOrNone(db, (db) => [
      personHeld(db, person.id),
      ...(person.isGuest ? [spendMessage(db, counted)] : []),
      ...planned.changes(db),
      takeLease(db, lease, now),
    ]);
    if (isDone) return { lease, conversation: planned.conversation };
  }
  throw troubleOf('overloaded', new Error('a question was overtaken again and again'));
}

type Seen = {
  messages: Message[];
  /** When the chat was used last; null for one that begins. */
  usedAt: number | null;
  window: { startedAt: number | null; count: number | null };
};

/** What the answer depends on, at one moment: whose chat it is, whether a reply is running, what was said and how often. */
async function look(reads: Kysely<Tables>, { person, chatId, now }: Asking): Promise<Seen | Refused> {
  const rows = await reads
    .selectFrom('user')
    .leftJoin('messageWindow', 'messageWindow.userId', 'user.id')
    .leftJoin('reply', (join) => join.onRef('reply.userId', '=', 'user.id').on('reply.leaseUntil', '>=', now))
    .leftJoin('chat', (join) => join.on('chat.id', '=', chatId))
    .leftJoin('message', (join) =>
      join.onRef('message.chatId', '=', 'chat.id').on('chat.userId', '=', person.id),
    )
    .select(['startedAt', 'count', 'leaseUntil', 'chat.userId as owner', 'chat.updatedAt as usedAt'])
    .select(['message.id', 'position', 'role', 'text', 'status', 'message.createdAt'])
    .where('user.id', '=', person.id)
    .orderBy('position')
    .execute();
  const [first] = rows;
  if (!first) return { refusal: 'NOT_SIGNED_IN' };
  if (first.owner !== null && first.owner !== person.id) return { refusal: 'CHAT_NOT_FOUND' };
  if (first.leaseUntil !== null) return { refusal: 'REPLY_RUNNING' };
  const messages = rows.map(({ startedAt, count, leaseUntil, owner, usedAt, ...message }) => message);
  return {
    messages: messages.filter((message): message is Message => message.id !== null),
    usedAt: first.usedAt,
    window: first,
  };
}
