import { together } from '@foyer/database';
import type { Tables } from '@foyer/database/tables';
import type { Limits, Refusal } from '@foyer/policy';
import type { Kysely, Transaction } from 'kysely';
import { holdPerson } from '../hold-person.ts';
import type { Person } from '../person.ts';
import { spendMessage, untilNextMessage } from './allowance.ts';
import { createChat, markUsed } from './chats.ts';
import { type Lease, newLease, takeLease } from './lease.ts';
import { addMessage, type Message, removeMessage } from './messages.ts';

/** A question that a reply may now be written for. */
export type Question = { lease: Lease; conversation: Message[] };

/** A question, or why it is not answered. */
export type Asked = Question | { refusal: Refusal; waitMs?: number };

type Asking = { person: Person; chatId: string; limits: Limits; now: number };

/** Keeps a message and takes the lease of its reply; makes the chat with its first message. */
export function sendMessage(
  db: Kysely<Tables>,
  { message: { id, text }, ...asking }: Asking & { message: { id: string; text: string } },
): Promise<Asked> {
  const { person, chatId, now } = asking;
  return unlessRefused(db, async (trx) => {
    const earlier = await holdChat(trx, asking);
    const last = earlier.at(-1);
    // A request that the network repeats brings a message that is there already.
    const isRepeated = earlier.some((message) => message.id === id);
    if (isRepeated && !(last?.id === id && last.text === text)) throw new Refused('NOTHING_TO_RETRY');
    const message: Message = {
      id,
      position: last ? last.position + 1 : 0,
      role: 'user',
      text,
      status: 'complete',
      createdAt: now,
    };
    const lease = await takeTurn(trx, asking, {
      chat: last ? markUsed(trx, chatId, now) : createChat(trx, { id: chatId, userId: person.id, text, now }),
      message: isRepeated ? null : addMessage(trx, chatId, message),
    });
    return { lease, conversation: isRepeated ? earlier : [...earlier, message] };
  });
}

/** Takes the lease for another reply to the last question; the reply that it has goes. */
export function retryQuestion(db: Kysely<Tables>, asking: Asking): Promise<Asked> {
  const { chatId, now } = asking;
  return unlessRefused(db, async (trx) => {
    const messages = await holdChat(trx, asking);
    if (messages.length === 0) throw new Refused('CHAT_NOT_FOUND');
    const answer = messages.at(-1)?.role === 'assistant' ? messages.pop() : undefined;
    if (messages.at(-1)?.role !== 'user') throw new Refused('NOTHING_TO_RETRY');
    const lease = await takeTurn(trx, asking, {
      chat: markUsed(trx, chatId, now),
      message: answer ? removeMessage(trx, chatId, answer.id) : null,
    });
    return { lease, conversation: messages };
  });
}

/** Undoes what was written before it became clear that the question is refused. */
async function unlessRefused(
  db: Kysely<Tables>,
  ask: (trx: Transaction<Tables>) => Promise<Question>,
): Promise<Asked> {
  try {
    return await db.transaction().execute(ask);
  } catch (error) {
    if (error instanceof Refused) return error.asked;
    throw error;
  }
}

class Refused extends Error {
  readonly asked: { refusal: Refusal; waitMs?: number };

  constructor(refusal: Refusal, more: { waitMs?: number } = {}) {
    super(refusal);
    this.asked = { refusal, ...more };
  }
}

/**
 * Holds the person, then reads what the answer depends on: whose chat it is, whether a reply is running, what was said.
 *
 * @returns the messages, the first one first; none where there is no chat yet
 */
async function holdChat(trx: Transaction<Tables>, { person, chatId, now }: Asking): Promise<Message[]> {
  if (!(await holdPerson(trx, person.id))) throw new Refused('NOT_SIGNED_IN');
  const rows = await trx
    .selectFrom('user')
    .leftJoin('reply', (join) => join.onRef('reply.userId', '=', 'user.id').on('reply.leaseUntil', '>=', now))
    .leftJoin('chat', (join) => join.on('chat.id', '=', chatId))
    .leftJoin('message', (join) =>
      join.onRef('message.chatId', '=', 'chat.id').on('chat.userId', '=', person.id),
    )
    .select(['chat.userId as owner', 'leaseUntil'])
    .select(['message.id', 'position', 'role', 'text', 'status', 'message.createdAt'])
    .where('user.id', '=', person.id)
    .orderBy('position')
    .execute();
  const [{ owner, leaseUntil } = { owner: null, leaseUntil: null }] = rows;
  if (owner !== null && owner !== person.id) throw new Refused('CHAT_NOT_FOUND');
  if (leaseUntil !== null) throw new Refused('REPLY_RUNNING');
  const messages = rows.map(({ owner, leaseUntil, ...message }) => message);
  return messages.filter((message): message is Message => message.id !== null);
}

type Change = Parameters<typeof together>[1][string];

/** Writes the chat and its message, counts it, and takes the lease. */
async function takeTurn(
  trx: Transaction<Tables>,
  { person, chatId, limits, now }: Asking,
  changes: { chat: Change; message: Change },
): Promise<Lease> {
  const lease = newLease({ userId: person.id, chatId }, now);
  const counted = { userId: person.id, perHour: limits.guestMessagesPerHour, now };
  const done = await together(trx, {
    allowance: person.isGuest ? spendMessage(trx, counted) : null,
    ...changes,
    lease: takeLease(trx, lease, now),
  });
  if (!done.allowance) {
    throw new Refused('TOO_MANY_MESSAGES', { waitMs: await untilNextMessage(trx, counted) });
  }
  // Somebody else made a chat of this id a moment earlier.
  if (!done.chat) throw new Refused('CHAT_NOT_FOUND');
  // A writer that was taken for dead is back.
  if (!done.message || !done.lease) throw new Refused('REPLY_RUNNING');
  return lease;
}
