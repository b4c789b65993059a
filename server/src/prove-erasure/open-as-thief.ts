import { randomBytes } from 'node:crypto';
import { unwrap } from '@foyer/invitation-codes/data-keys';
import * as z from 'zod';
import { chatColumns, openChat } from '../chats/chats.ts';
import { messageColumns, openMessage } from '../chats/messages.ts';
import { openDraft, sealedDraftsOf } from '../drafts/drafts.ts';
import type { Installation } from '../installation/installation.ts';
import { CannotProve } from './claims.ts';

/** The user's rows, as a thief of the database would find them. */
export type Stolen = Awaited<ReturnType<typeof stealRows>>;

export async function stealRows({ database: { db } }: Pick<Installation, 'database'>, userId: string) {
  const { dataKeys } = await db
    .selectFrom('user')
    .select('dataKeys')
    .where('id', '=', userId)
    .executeTakeFirstOrThrow();
  const chats = await db.selectFrom('chat').select(chatColumns).where('userId', '=', userId).execute();
  const messages = await db
    .selectFrom('message')
    .innerJoin('chat', 'chat.id', 'message.chatId')
    .select(['message.chatId', ...messageColumns])
    .where('chat.userId', '=', userId)
    .execute();
  return { userId, dataKeys, chats, messages, drafts: await sealedDraftsOf(db, userId) };
}

export function wrappedKeyIn({ dataKeys }: Stolen): string {
  const [first] = keptKeys.parse(JSON.parse(dataKeys ?? '[]'));
  if (!first) throw new CannotProve('The server stored no key for this person: it runs another version.');
  return first.key;
}

const keptKeys = z.array(z.object({ key: z.string() }));

export function readsStolen(
  { keys }: Pick<Installation, 'keys'>,
  { userId, dataKeys, chats, messages, drafts }: Stolen,
  { text, browserKey }: { text: string; browserKey: Buffer | null },
): boolean {
  const opened = dataKeys === null ? null : unwrap(dataKeys, { userId, secretKey: keys.data, browserKey });
  if (!opened) return false;
  const texts = [
    ...chats.map((chat) => openChat(opened, chat).title),
    ...drafts.map((draft) => openDraft(opened, draft).text),
    ...messages.map(({ chatId, ...message }) => {
      const { text, thoughts = '' } = openMessage(opened, chatId, message);
      return `${text}\n${thoughts}`;
    }),
  ];
  return texts.some((each) => each.includes(text));
}

export function readsWithoutCookie(
  installation: Pick<Installation, 'keys'>,
  stolen: Stolen,
  text: string,
): boolean {
  return [null, randomBytes(16), Buffer.alloc(16)].some((browserKey) =>
    readsStolen(installation, stolen, { text, browserKey }),
  );
}
