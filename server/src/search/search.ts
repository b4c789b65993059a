import type { Tables } from '@foyer/database/tables';
import type { DataKeys } from '@foyer/invitation-codes/data-keys';
import type { Kysely } from 'kysely';
import { openChat } from '../chats/chats.ts';
import { openTextOf } from '../chats/messages.ts';
import type { TimeSlices } from '../http/time-slices.ts';
import { excerptAround, fold } from './folded-text.ts';
import { type ChatsToSearch, partsOf } from './search-parts.ts';

export type Match = {
  chatId: string;
  title: string;
  /** Both are null for a match in the title. */
  messageId: string | null;
  position: number | null;
  excerpt: string;
  /** When the chat was last used, epoch milliseconds. */
  updatedAt: number;
};

const maxMatches = 100;

type Search = {
  userId: string;
  keys: DataKeys;
  text: string;
  slices: TimeSlices;
  signal: AbortSignal;
};

/** It opens every text, because they are sealed. Returns false when it stopped early: too many matches, or `signal`. */
export async function* searchChats(
  db: Kysely<Tables>,
  { userId, keys, text: words, slices, signal }: Search,
): AsyncGenerator<Match, boolean> {
  const folded = fold(words);
  let matches = 0;
  for await (const part of partsOf(db, userId)) {
    for (const { text, ...place } of textsIn(part, keys)) {
      if (slices.isOver()) await slices.next();
      if (signal.aborted) return false;
      const excerpt = excerptAround(text, folded);
      if (excerpt === null) continue;
      if (++matches > maxMatches) return false;
      yield { ...place, excerpt };
    }
  }
  return true;
}

function* textsIn(
  { chats, messages, from }: ChatsToSearch,
  keys: DataKeys,
): Generator<Omit<Match, 'excerpt'> & { text: string }> {
  const byChat = Map.groupBy(messages, ({ chatId }) => chatId);
  for (const { id: chatId, title, updatedAt } of chats.map((chat) => openChat(keys, chat))) {
    if (from === 0) yield { chatId, title, messageId: null, position: null, updatedAt, text: title };
    for (const { id, position, sealed, keyId } of byChat.get(chatId) ?? []) {
      const text = openTextOf(keys, chatId, { id, sealed, keyId });
      yield { chatId, title, messageId: id, position, updatedAt, text };
    }
  }
}
