import { type Database, type Statement, unavailable } from '@foyer/database';
import type { Tables } from '@foyer/database/tables';
import type { DataKeys } from '@foyer/invitation-codes/data-keys';
import type { Limits, Refusal } from '@foyer/policy';
import type { Kysely } from 'kysely';
import { createChat, markUsed } from '../chats/chats.ts';
import {
  addMessage,
  charactersOf,
  type Message,
  messageColumns,
  openMessage,
  type ReadMessage,
  removeMessage,
  sealMessage,
} from '../chats/messages.ts';
import { problemOfStorage, type Storage, takeStorage } from '../chats/storage-quota.ts';
import {
  type CodeLimits,
  countMessage,
  limitColumns,
  limitsIn,
  problemOfLimits,
} from '../code-limits/code-limits.ts';
import type { TokenLimits } from '../config/model-config.ts';
import type { TimeSlices } from '../http/time-slices.ts';
import { dayOf, type NoteModelCalls, spendModelCall, untilNextDay } from '../models/model-calls.ts';
import type { ModelMessage } from '../models/model-piece.ts';
import type { Model } from '../models/open-model.ts';
import { estimateTokens } from '../models/tokens.ts';
import type { Person } from '../users/person.ts';
import { type Lease, newLease, takeLease } from './lease.ts';
import { quotaOf, spendMessage, untilNextMessage } from './quota.ts';
import type { SentMessage } from './withdraw-question.ts';

type QuestionStore = Pick<Database, 'atomically' | 'reads'>;

export type Question = {
  lease: Lease;
  keys: DataKeys;
  conversation: (ModelMessage & { position: number })[];
  /** How many of the last messages are always sent. Default: 1, the question. */
  kept?: number;
  /** What earlier questions of this chat have shown about the model's window. */
  learnt?: Partial<TokenLimits>;
  /** The message that this question has added. */
  sent?: SentMessage | null;
  /** The message that the reply continues. */
  grown?: Message | null;
  /** What the person's code allows; null without a code. */
  codeLimits?: CodeLimits | null;
};

type Refused = { refusal: Refusal; waitMs?: number };

/** `model` is who answers: as the chat began, or for a new chat as the person's code says. */
export type AskResult = (Question & { model: Model }) | Refused;

export type AskInput = {
  person: Person;
  keys: DataKeys;
  chatId: string;
  limits: Limits;
  /** The model of an assistant; null is the default one. */
  modelFor: (assistant: string | null) => Promise<Model>;
  now: number;
  noteModelCalls: NoteModelCalls;
  slices: TimeSlices;
};

type Plan = Pick<Question, 'conversation'> &
  Pick<Question, 'kept' | 'sent' | 'grown'> & {
    added: Storage;
    /** False for what costs no message. Default: true. */
    isCounted?: boolean;
    /** Whether it counts as a message of the person's code. Default: as `isCounted`. */
    isMessage?: boolean;
    changes: (db: Kysely<Tables>) => Statement[];
  };

const nothingAdded: Storage = { chats: 0, characters: 0 };

export function sendMessage(
  database: QuestionStore,
  { message: { id, text }, ...input }: AskInput & { message: { id: string; text: string } },
): Promise<AskResult> {
  const { person, keys, chatId, limits, now } = input;
  return ask(database, input, ({ messages: earlier, lastUsedAt }, model) => {
    if (!model.isDemo && estimateTokens(text) > model.contextTokens)
      return { refusal: 'MESSAGE_TOO_LONG_FOR_MODEL' };
    const last = earlier.at(-1);
    // The network may repeat a request whose message is already saved.
    const isRepeated = earlier.some((message) => message.id === id);
    if (isRepeated && !(last?.id === id && last.text === text)) return { refusal: 'NOTHING_TO_RETRY' };
    const touchChat = (db: Kysely<Tables>) => touch(db, { chatId, lastUsedAt, now });
    if (isRepeated)
      return {
        conversation: earlier,
        added: nothingAdded,
        isMessage: false,
        changes: (db) => [touchChat(db)],
      };
    const position = last ? last.position + 1 : 0;
    // There must be room for the reply, too.
    if (position + 2 > limits.messagesPerChat) return { refusal: 'CHAT_FULL' };
    const message: Message = { id, position, role: 'user', text, status: 'complete', createdAt: now };
    const sealed = sealMessage(keys, chatId, message);
    const chat = { id: chatId, userId: person.id, text, keys, now, assistant: model.assistant };
    return {
      conversation: [...earlier, message],
      sent: { id, characters: sealed.characters, isFirst: !last, redemptionId: null },
      added: { chats: last ? 0 : 1, characters: sealed.characters },
      changes: (db) => [last ? touchChat(db) : createChat(db, chat), addMessage(db, chatId, sealed)],
    };
  });
}

/** Replaces the last reply. Never replaces messages after `last`, the id of the last one that the user has seen. */
export function retryQuestion(
  database: QuestionStore,
  { last, ...input }: AskInput & { last?: string | undefined },
): Promise<AskResult> {
  const { chatId, now } = input;
  return ask(database, input, ({ messages, lastUsedAt }) => {
    if (messages.length === 0) return { refusal: 'CHAT_NOT_FOUND' };
    if (last !== undefined && messages.at(-1)?.id !== last) return { refusal: 'CHAT_MOVED_ON' };
    const answer = messages.at(-1)?.role === 'assistant' ? messages.at(-1) : undefined;
    const conversation = answer ? messages.slice(0, -1) : messages;
    if (conversation.at(-1)?.role !== 'user') return { refusal: 'NOTHING_TO_RETRY' };
    return {
      conversation,
      // Another answer instead of a whole one is a message; a second attempt after a failure is none.
      isMessage: answer?.status === 'complete' || answer?.status === 'stopped',
      added: { chats: 0, characters: answer ? -charactersOf(answer) : 0 },
      changes: (db) => [
        touch(db, { chatId, lastUsedAt, now }),
        ...(answer ? [removeMessage(db, chatId, answer.id)] : []),
      ],
    };
  });
}

/** Sent after a reply that is cut off. Most services only answer a user's message. */
const continueText =
  'Your last message was cut off. Continue it exactly where it stopped: repeat nothing, and add no introduction.';

/** Attack: without an end one message would buy any number of model calls. In characters. */
const maxGrown = 100_000;

/** Grows a reply that is as long as the model may write. `last` is its id. */
export function continueReply(
  database: QuestionStore,
  { last, ...input }: AskInput & { last: string },
): Promise<AskResult> {
  const { chatId, now, limits } = input;
  return ask(database, input, ({ messages, lastUsedAt, stored }) => {
    const grown = messages.at(-1);
    if (!grown) return { refusal: 'CHAT_NOT_FOUND' };
    if (grown.id !== last) return { refusal: 'CHAT_MOVED_ON' };
    const canGrow = grown.role === 'assistant' && grown.ending === 'length';
    if (!canGrow || charactersOf(grown) >= maxGrown) return { refusal: 'NOTHING_TO_RETRY' };
    if (problemOfStorage(stored, { chats: 0, characters: 1 }, limits)) return { refusal: 'STORAGE_SPENT' };
    return {
      conversation: [...messages, { role: 'user', text: continueText, position: grown.position + 1 }],
      kept: 3,
      grown,
      added: nothingAdded,
      isCounted: false,
      changes: (db) => [touch(db, { chatId, lastUsedAt, now })],
    };
  });
}

function touch(
  db: Kysely<Tables>,
  { chatId, lastUsedAt, now }: { chatId: string; lastUsedAt: number | null; now: number },
) {
  return markUsed(db, chatId, now).where('updatedAt', '=', lastUsedAt ?? 0);
}

const maxRounds = 10;

/** Reads, plans and writes all or nothing; if something has changed meanwhile it starts again. */
async function ask(
  { atomically, reads }: QuestionStore,
  input: AskInput,
  plan: (state: ChatState, model: Model) => Plan | Refused,
): Promise<AskResult> {
  const { person, chatId, limits, now, noteModelCalls } = input;
  const counted = { userId: person.id, ...quotaOf(person, limits), now };
  const perDay = limits.modelCallsPerDay;
  const at = { now, timeZone: limits.timeZone };
  for (let round = 0; round < maxRounds; round++) {
    const state = await readState(reads, input);
    if ('refusal' in state) return state;
    const model = await input.modelFor(state.assistant);
    const planned = plan(state, model);
    if ('refusal' in planned) return planned;
    const {
      isCounted = true,
      isMessage = isCounted,
      conversation,
      kept = 1,
      sent = null,
      grown = null,
    } = planned;
    const waitMs = isCounted ? untilNextMessage(state.window, counted) : 0;
    if (waitMs > 0) return { refusal: 'TOO_MANY_MESSAGES', waitMs };
    const spent = problemOfLimits(state.codeLimits, isMessage, at);
    if (spent) return spent;
    const problem = problemOfStorage(state.stored, planned.added, limits);
    if (problem) return { refusal: problem };
    if (perDay !== null && state.modelCalls >= perDay) {
      noteModelCalls(state.modelCalls, now);
      return { refusal: 'MODEL_CALLS_SPENT', waitMs: untilNextDay(now) };
    }

    const { codeLimits } = state;
    const lease = newLease({ userId: person.id, chatId }, now);
    // Each statement checks and counts: one exceeded limit undoes them all.
    const isDone = await atomically((db) => [
      takeStorage(db, person.id, planned.added, limits),
      ...(isCounted ? [spendMessage(db, counted)] : []),
      ...(isMessage && codeLimits ? [countMessage(db, codeLimits, at)] : []),
      ...planned.changes(db),
      takeLease(db, lease, now),
      // Last, because every question locks this row.
      ...(perDay === null ? [] : [spendModelCall(db, { perDay, now })]),
    ]);
    if (!isDone) continue;
    if (perDay !== null) noteModelCalls(state.modelCalls + 1, now);
    const { keys } = input;
    const { learnt } = state;
    const counts = sent && { ...sent, redemptionId: isMessage ? (codeLimits?.redemptionId ?? null) : null };
    return { lease, keys, model, conversation, kept, learnt, sent: counts, grown, codeLimits };
  }
  throw unavailable('overloaded', new Error('a question was overtaken again and again'));
}

type ChatState = {
  messages: Message[];
  lastUsedAt: number | null;
  window: { startedAt: number | null; count: number | null };
  stored: Storage;
  /** 0 when calls are not counted. */
  modelCalls: number;
  learnt: Partial<TokenLimits>;
  codeLimits: CodeLimits | null;
  /** The chat's; of a new chat the code's. */
  assistant: string | null;
};

/** Everything that the answer depends on, read at one moment. */
async function readState(
  reads: Kysely<Tables>,
  { person, keys, chatId, limits, now, slices }: AskInput,
): Promise<ChatState | Refused> {
  const rows = await reads
    .selectFrom('user')
    .leftJoin('messageWindow', 'messageWindow.userId', 'user.id')
    .leftJoin('redemption', 'redemption.id', 'user.redemptionId')
    .leftJoin('invitationCode', 'invitationCode.id', 'redemption.codeId')
    .leftJoin('tokenUse', 'tokenUse.codeId', 'redemption.codeId')
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
    .select(['chat.userId as owner', 'chat.updatedAt as lastUsedAt'])
    .select(['chat.contextTokens', 'chat.replyTokens'])
    .select(['chat.assistant as ofChat', 'invitationCode.assistant as ofCode'])
    .select(limitColumns)
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
    lastUsedAt: first.lastUsedAt,
    window: first,
    stored: first,
    modelCalls: first.modelCalls ?? 0,
    learnt: learntFrom(first),
    codeLimits: limitsIn(first),
    assistant: first.owner === null ? first.ofCode : first.ofChat,
  };
}

function learntFrom({ contextTokens, replyTokens }: { [Limit in keyof TokenLimits]: number | null }) {
  return { ...(contextTokens !== null && { contextTokens }), ...(replyTokens !== null && { replyTokens }) };
}

/** A left join without a message gives nulls. */
function isMessage<Row extends { id: string | null }>(row: Row): row is Row & ReadMessage {
  return row.id !== null;
}

function messageIn(row: ReadMessage): ReadMessage {
  const { id, position, role, sealed, keyId, status, createdAt, sealedThoughts, ending, leftOut } = row;
  return { id, position, role, sealed, keyId, status, createdAt, sealedThoughts, ending, leftOut };
}
