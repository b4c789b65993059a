import type { Tables } from '@foyer/database/tables';
import type { Limits, Refusal } from '@foyer/policy';
import type { Kysely, Transaction } from 'kysely';
import { holdPerson } from '../hold-person.ts';
import type { Person } from '../person.ts';
import { spendMessage } from './allowance.ts';
import { createChat, markUsed, ownerOf } from './chats.ts';
import { isLeased, type Lease, takeLease } from './lease.ts';
import { addMessage, type Message, messagesOf, removeMessage } from './messages.ts';

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
    const refusal = await refusalOf(trx, asking);
    if (refusal) return { refusal };
    const earlier = await messagesOf(trx, chatId);
    const last = earlier.at(-1);
    // A request that the network repeats brings a message that is there already.
    const isRepeated = earlier.some((message) => message.id === id);
    if (isRepeated && !(last?.id === id && last.text === text)) return { refusal: 'NOTHING_TO_RETRY' };
    const spent = await spend(trx, asking);
    if (spent) return spent;
    if (!last && !(await createChat(trx, { id: chatId, userId: person.id, text, now }))) {
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
  const { chatId } = asking;
  return db.transaction().execute(async (trx) => {
    const refusal = await refusalOf(trx, asking);
    if (refusal) return { refusal };
    const messages = await messagesOf(trx, chatId);
    if (messages.length === 0) return { refusal: 'CHAT_NOT_FOUND' };
    const answer = messages.at(-1)?.role === 'assistant' ? messages.pop() : undefined;
    if (messages.at(-1)?.role !== 'user') return { refusal: 'NOTHING_TO_RETRY' };
    const spent = await spend(trx, asking);
    if (spent) return spent;
    if (answer) await removeMessage(trx, chatId, answer.id);
    return leaseFor(trx, asking, messages);
  });
}

async function refusalOf(trx: Transaction<Tables>, { person, chatId, now }: Asking): Promise<Refusal | null> {
  if (!(await holdPerson(trx, person.id))) return 'NOT_SIGNED_IN';
  const owner = await ownerOf(trx, chatId);
  if (owner !== undefined && owner !== person.id) return 'CHAT_NOT_FOUND';
  return (await isLeased(trx, person.id, now)) ? 'REPLY_RUNNING' : null;
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
  await markUsed(trx, chatId, now);
  const lease = await takeLease(trx, { userId: person.id, chatId }, now);
  if (!lease) throw new Error('the lease was taken although the person is held');
  return { lease, conversation };
}
