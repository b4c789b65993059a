import type { Database } from '@foyer/database';
import type { DataKeys } from '@foyer/invitation-codes/data-keys';
import { openChat } from '../chats/chats.ts';
import { messageColumns, openMessage } from '../chats/messages.ts';
import type { ProviderConfig } from '../config/provider-config.ts';
import { draftsOf } from '../drafts/drafts.ts';
import { personIsGone } from '../http/errors.ts';
import type { TimeSlices } from '../http/time-slices.ts';
import type { Person } from '../users/person.ts';
import { timeOf } from '../users/time-of.ts';
import { sessionsOf, signInMethodsOf } from './overview.ts';

type Db = Database['db'];

/** Everything that we store about a user, without passwords and tokens. Times are ISO 8601. */
export async function exportOf(
  db: Db,
  person: Person,
  {
    keys,
    providers,
    now,
    slices,
  }: { keys: DataKeys; providers: ProviderConfig[]; now: number; slices: TimeSlices },
) {
  const { id, isGuest, email } = person;
  const user = await userOf(db, id);
  const logins = await signInMethodsOf(db, id, providers);
  const sessions = await sessionsOf(db, id, now);
  return {
    id,
    isGuest,
    email,
    isEmailVerified: Boolean(user.emailVerified),
    language: user.language,
    name: user.name,
    createdAt: iso(timeOf(user.createdAt)),
    updatedAt: iso(timeOf(user.updatedAt)),
    lastSeenAt: iso(user.lastSeenAt),
    invitation: user.redeemedAt !== null && {
      kind: user.kind,
      label: user.label,
      redeemedAt: iso(user.redeemedAt),
      entry: user.entry,
      convertedAt: iso(user.convertedAt),
    },
    logins: logins.map(({ provider, name, accountId, createdAt }) => ({
      provider,
      name,
      accountId,
      createdAt: iso(createdAt),
    })),
    sessions: sessions.map(({ device, userAgent, createdAt, lastActiveAt }) => ({
      device,
      userAgent,
      createdAt: iso(createdAt),
      lastActiveAt: iso(lastActiveAt),
    })),
    links: await linksOf(db, id),
    messagesCounted: await messagesCountedOf(db, id),
    chats: await chatsOf(db, id, { keys, slices }),
    drafts: (await draftsOf(db, { userId: id, keys })).map((draft) => ({
      ...draft,
      updatedAt: iso(draft.updatedAt),
    })),
  };
}

function userOf(db: Db, id: string) {
  return db
    .selectFrom('user')
    .leftJoin('redemption', 'redemption.id', 'user.redemptionId')
    .leftJoin('invitationCode', 'invitationCode.id', 'redemption.codeId')
    .select(['user.emailVerified', 'user.name', 'user.createdAt', 'user.updatedAt', 'user.lastSeenAt'])
    .select('user.language')
    .select(['redemption.redeemedAt', 'redemption.entry', 'redemption.convertedAt'])
    .select(['invitationCode.kind', 'invitationCode.label'])
    .where('user.id', '=', id)
    .executeTakeFirstOrThrow(personIsGone);
}

async function linksOf(db: Db, userId: string) {
  const links = await db
    .selectFrom('mailProof')
    .select(['purpose', 'email', 'expiresAt'])
    .where('userId', '=', userId)
    .execute();
  return links.map(({ purpose, email, expiresAt }) => ({ purpose, email, expiresAt: iso(expiresAt) }));
}

/** How many messages count against the hourly limit (guest) or the 24-hour limit (member). */
async function messagesCountedOf(db: Db, userId: string) {
  const window = await db
    .selectFrom('messageWindow')
    .select(['startedAt', 'count'])
    .where('userId', '=', userId)
    .executeTakeFirst();
  return window ? { startedAt: iso(window.startedAt), count: window.count } : null;
}

async function chatsOf(db: Db, userId: string, { keys, slices }: { keys: DataKeys; slices: TimeSlices }) {
  const chats = await db
    .selectFrom('chat')
    .select(['id', 'sealedTitle', 'keyId', 'createdAt', 'updatedAt'])
    .where('userId', '=', userId)
    .where('deletedAt', 'is', null)
    .orderBy('createdAt')
    .execute();
  const messages = await db
    .selectFrom('message')
    .innerJoin('chat', 'chat.id', 'message.chatId')
    .select(['message.chatId', 'message.assistant', 'message.model', ...messageColumns])
    .where('chat.userId', '=', userId)
    .orderBy('message.position')
    .execute();
  const opened = await slices.map(messages, ({ chatId, assistant, model, ...sealed }) => {
    const { id, role, text, thoughts, status, ending, leftOut, createdAt } = openMessage(
      keys,
      chatId,
      sealed,
    );
    const ofReply = { ...(thoughts && { thoughts }), ...(ending && { ending }), ...(leftOut && { leftOut }) };
    const writer = { ...(assistant && { assistant }), ...(model && { model }) };
    return { chatId, message: { id, role, text, status, createdAt: iso(createdAt), ...ofReply, ...writer } };
  });
  const byChat = Map.groupBy(opened, ({ chatId }) => chatId);
  return slices.map(chats, (chat) => ({
    id: chat.id,
    title: openChat(keys, chat).title,
    createdAt: iso(chat.createdAt),
    updatedAt: iso(chat.updatedAt),
    messages: (byChat.get(chat.id) ?? []).map(({ message }) => message),
  }));
}

function iso(time: number | null): string | null {
  return time === null ? null : new Date(time).toISOString();
}
