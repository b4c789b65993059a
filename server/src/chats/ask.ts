import type { Tables } from '@foyer/database/tables';
import type { Limits, Refusal } from '@foyer/policy';
import type { Kysely, Transaction } from 'kysely';
import { holdPerson } from '../hold-person.ts';
import type { Person } from '../person.ts';
import { spendMessage } from './allowance.ts';
import { createChat, markUsed } from './chats.ts';
import { type Lease, takeLease } from './lease.ts';
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
  return db.transaction().execute(async (trx) => {
    const held = await holdChat(trx, asking);
    if ('refusal' in held) return held;
    const earlier = held.messages;
    const last = earlier.at(-1);
    // A request that the network repeats brings a message that is there already.
    const isRepeated = earlier.some((message) => message.id === id);
    if (isRepeated && !(last?.id === id && last.text === text)) return { refusal: 'NOTHING_TO_RETRY' };
    const spent = await spend(trx, asking);
    if (spent) return spent;
    if (last) await markUsed(trx, chatId, now);
    else if (!(await createChat(trx, { id: chatId, userId: person.id, text, now }))) {
      return { refusal: 'CHAT_NOT_FOUND' };
    }
    if (isRepeated) return leaseFor(trx, asking, earlier);
    const message: Message = {
      id,
      position: last ? last.position + 1 : 0,
      role: 'user',
      text,
      status: 'complete',
      createdAt: now,
    };
    await addMessage(trx, chatId, message);
    return leaseFor(trx, asking, [...earlier, message]);
  });
}

/** Takes the lease for another reply to the last question; the reply that it has goes. */
export function retryQuestion(db: Kysely<Tables>, asking: Asking): Promise<Asked> {
  const { chatId, now } = asking;
  return db.transaction().execute(async (trx) => {
    const held = await holdChat(trx, asking);
    if ('refusal' in held) return held;
    const { messages } = held;
    if (messages.length === 0) return { refusal: 'CHAT_NOT_FOUND' };
    const answer = messages.at(-1)?.role === 'assistant' ? messages.pop() : undefined;
    if (messages.at(-1)?.role !== 'user') return { refusal: 'NOTHING_TO_RETRY' };
    const spent = await spend(trx, asking);
    if (spent) return spent;
    if (answer) await removeMessage(trx, chatId, answer.id);
    await markUsed(trx, chatId, now);
    return leaseFor(trx, asking, messages);
  });
}

/** Holds the person, then reads what the answer depends on: whose chat it is, whether a reply is running, what was said. */
async function holdChat(
  trx: Transaction<Tables>,
  { person, chatId, now }: Asking,
): Promise<{ messages: Message[] } | { refusal: Refusal }> {
  if (!(await holdPerson(trx, person.id))) return { refusal: 'NOT_SIGNED_IN' };
  const rows = await trx
    .selectFrom('user')
    .leftJoin('reply', (join) => join.onRef('reply.userId', '=', 'user.id').on('reply.leaseUntil', '>=', now))
    .leftJoin('chat', (join) => join.on('chat.id', '=', chatId))
    .leftJoin('message', 'message.chatId', 'chat.id')
    .select(['chat.userId as owner', 'leaseUntil'])
    .select(['message.id', 'position', 'role', 'text', 'status', 'message.createdAt'])
    .where('user.id', '=', person.id)
    .orderBy('position')
    .execute();
  const [{ owner, leaseUntil } = { owner: null, leaseUntil: null }] = rows;
  if (owner !== null && owner !== person.id) return { refusal: 'CHAT_NOT_FOUND' };
  if (leaseUntil !== null) return { refusal: 'REPLY_RUNNING' };
  const messages = rows.map(({ owner, leaseUntil, ...message }) => message);
  return { messages: messages.filter((message): message is Message => message.id !== null) };
}

async function spend(trx: Transaction<Tables>, { person, limits, now }: Asking) {
  if (!person.isGuest) return null;
  const allowance = await spendMessage(trx, { userId: person.id, perHour: limits.guestMessagesPerHour, now });
  return allowance.isSpent ? null : { refusal: 'TOO_MANY_MESSAGES' as const, waitMs: allowance.waitMs };
}

async function leaseFor(
  trx: Transaction<Tables>,
  { person, chatId, now }: Asking,
  conversation: Message[],
): Promise<Question> {
  const lease = await takeLease(trx, { userId: person.id, chatId }, now);
  if (!lease) throw new Error('the lease was taken although the person is held');
  return { lease, conversation };
}
