import { type Database, type Statement, unavailable } from '@foyer/database';
import type { Tables } from '@foyer/database/tables';
import type { DataKeys } from '@foyer/invitation-codes/data-keys';
import type { Limits, Refusal } from '@foyer/policy';
import type { Kysely } from 'kysely';
import { createChat, markUsed } from '../chats/chats.ts';
import {
  addMessage,
  charactersIn,
  type Message,
  messageColumns,
  openMessage,
  removeMessage,
  type SealedMessage,
  sealMessage,
} from '../chats/messages.ts';
import { problemOfStorage, type Storage, takeStorage } from '../chats/storage-quota.ts';
import type { TimeSlices } from '../http/time-slices.ts';
import { dayOf, type NoteModelCalls, spendModelCall, untilNextDay } from '../models/model-calls.ts';
import type { Person } from '../users/person.ts';
import { type Lease, newLease, takeLease } from './lease.ts';
import { quotaOf, spendMessage, untilNextMessage } from './quota.ts';

type Kept = Pick<Database, 'atomically' | 'reads'>;

/** A question that a reply may now be written for. */
export type Question = { lease: Lease; keys: DataKeys; conversation: Message[] };

/** Why a question is not answered. */
type Refused = { refusal: Refusal; waitMs?: number };

export type Asked = Question | Refused;

type Asking = {
  person: Person;
  /** Under which the person's texts are sealed. */
  keys: DataKeys;
  chatId: string;
  limits: Limits;
  now: number;
  noteModelCalls: NoteModelCalls;
  slices: TimeSlices;
};

/** What is to be written of a question: the conversation that it makes, the changes that make it, and what they add. */
type Plan = { conversation: Message[]; added: Storage; changes: (db: Kysely<Tables>) => Statement[] };

const nothingAdded: Storage = { chats: 0, characters: 0 };

/** Keeps a message and takes the lease of its reply; makes the chat with its first message. */
export function sendMessage(
  database: Kept,
  { message: { id, text }, ...asking }: Asking & { message: { id: string; text: string } },
): Promise<Asked> {
  const { person, keys, chatId, limits, now } = asking;
  return ask(database, asking, (earlier, usedAt) => {
    const last = earlier.at(-1);
    // A request that the network repeats brings a message that is there already.
    const isRepeated = earlier.some((message) => message.id === id);
    if (isRepeated && !(last?.id === id && last.text === text)) return { refusal: 'NOTHING_TO_RETRY' };
    const goOn = (db: Kysely<Tables>) => useAgain(db, { chatId, usedAt, now });
    if (isRepeated) return { conversation: earlier, added: nothingAdded, changes: (db) => [goOn(db)] };
    const position = last ? last.position + 1 : 0;
    // There must be room for the reply, too.
    if (position + 2 > limits.messagesPerChat) return { refusal: 'CHAT_FULL' };
    const message: Message = { id, position, role: 'user', text, status: 'complete', createdAt: now };
    const sealed = sealMessage(keys, chatId, message);
    const chat = { id: chatId, userId: person.id, text, keys, now };
    return {
      conversation: [...earlier, message],
      added: { chats: last ? 0 : 1, characters: sealed.characters },
      changes: (db) => [last ? goOn(db) : createChat(db, chat), addMessage(db, chatId, sealed)],
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
      added: { chats: 0, characters: answer ? -charactersIn(answer.text) : 0 },
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

const maxRounds = 10;

/** Looks, plans, and does it: all at once, or nothing of it where something has changed since; then it looks again. */
async function ask(
  { atomically, reads }: Kept,
  asking: Asking,
  plan: (messages: Message[], usedAt: number | null) => Plan | Refused,
): Promise<Asked> {
  const { person, chatId, limits, now, noteModelCalls } = asking;
  const counted = { userId: person.id, ...quotaOf(person, limits), now };
  const perDay = limits.modelCallsPerDay;
  for (let round = 0; round < maxRounds; round++) {
    const seen = await look(reads, asking);
    if ('refusal' in seen) return seen;
    const planned = plan(seen.messages, seen.usedAt);
    if ('refusal' in planned) return planned;
    const waitMs = untilNextMessage(seen.window, counted);
    if (waitMs > 0) return { refusal: 'TOO_MANY_MESSAGES', waitMs };
    const problem = problemOfStorage(seen.kept, planned.added, limits);
    if (problem) return { refusal: problem };
    if (perDay !== null && seen.modelCalls >= perDay) {
      noteModelCalls(seen.modelCalls, now);
      return { refusal: 'MODEL_CALLS_SPENT', waitMs: untilNextDay(now) };
    }

    const lease = newLease({ userId: person.id, chatId }, now);
    // Each of them looks and counts at once: a bound that others have reached since undoes them all.
    const isDone = await atomically((db) => [
      takeStorage(db, person.id, planned.added, limits),
      spendMessage(db, counted),
      ...planned.changes(db),
      takeLease(db, lease, now),
      // Last, because everybody waits for its row.
      ...(perDay === null ? [] : [spendModelCall(db, { perDay, now })]),
    ]);
    if (!isDone) continue;
    if (perDay !== null) noteModelCalls(seen.modelCalls + 1, now);
    return { lease, keys: asking.keys, conversation: planned.conversation };
  }
  throw unavailable('overloaded', new Error('a question was overtaken again and again'));
}

type Seen = {
  messages: Message[];
  /** When the chat was used last; null for one that begins. */
  usedAt: number | null;
  window: { startedAt: number | null; count: number | null };
  kept: Storage;
  /** How often the model was asked today; 0 where that is not counted. */
  modelCalls: number;
};

/** What the answer depends on, at one moment: whose chat it is, whether a reply is running, what was said and how often. */
async function look(
  reads: Kysely<Tables>,
  { person, keys, chatId, limits, now, slices }: Asking,
): Promise<Seen | Refused> {
  const rows = await reads
    .selectFrom('user')
    .leftJoin('messageWindow', 'messageWindow.userId', 'user.id')
    .leftJoin('reply', (join) => join.onRef('reply.userId', '=', 'user.id').on('reply.leaseUntil', '>=', now))
    .leftJoin('chat', (join) => join.on('chat.id', '=', chatId))
    .leftJoin('message', (join) =>
      join.onRef('message.chatId', '=', 'chat.id').on('chat.userId', '=', person.id),
    )
    .$if(limits.modelCallsPerDay !== null, (query) =>
      query
        .leftJoin('modelCalls', (join) => join.on('modelCalls.day', '=', dayOf(now)))
        .select('modelCalls.count as modelCalls'),
    )
    .select(['user.chats', 'user.characters', 'messageWindow.startedAt', 'messageWindow.count', 'leaseUntil'])
    .select(['chat.userId as owner', 'chat.updatedAt as usedAt'])
    .select(messageColumns)
    .where('user.id', '=', person.id)
    .orderBy('position')
    .execute();
  const [first] = rows;
  if (!first) return { refusal: 'NOT_SIGNED_IN' };
  if (first.owner !== null && first.owner !== person.id) return { refusal: 'CHAT_NOT_FOUND' };
  if (first.leaseUntil !== null) return { refusal: 'REPLY_RUNNING' };
  return {
    messages: await slices.map(rows.filter(isMessage), (row) => openMessage(keys, chatId, messageIn(row))),
    usedAt: first.usedAt,
    window: first,
    kept: first,
    modelCalls: first.modelCalls ?? 0,
  };
}

type MessageRow = Omit<SealedMessage, 'characters'>;

/** A row without a message has them all null. */
function isMessage<Row extends { id: string | null }>(row: Row): row is Row & MessageRow {
  return row.id !== null;
}

function messageIn({ id, position, role, sealed, keyId, status, createdAt }: MessageRow): MessageRow {
  return { id, position, role, sealed, keyId, status, createdAt };
}
