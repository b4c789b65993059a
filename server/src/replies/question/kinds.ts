import type { Tables } from '@foyer/database/tables';
import type { Kysely } from 'kysely';
import { createChat, markUsed } from '../../chats/chats.ts';
import { addMessage, charactersOf, type Message, removeMessage, sealMessage } from '../../chats/messages.ts';
import { problemOfStorage, type Storage } from '../../chats/storage-quota.ts';
import { estimateTokens } from '../../models/tokens.ts';
import { ask, type QuestionStore } from './ask.ts';
import type { AskInput, AskResult } from './question.ts';

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
