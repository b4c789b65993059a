import type { Database } from '@foyer/database';
import type { ProviderConfig } from '../config-providers.ts';
import type { Person } from '../person.ts';
import { loginsOf, sessionsOf, timeOf } from './overview.ts';

/** Everything that is kept of a person, but for what would let somebody in: no password, no token. Times are ISO 8601. */
export async function exportOf(db: Database['db'], person: Person, providers: ProviderConfig[]) {
  const user = await db
    .selectFrom('user')
    .leftJoin('redemption', 'redemption.id', 'user.redemptionId')
    .leftJoin('invitationCode', 'invitationCode.id', 'redemption.codeId')
    .select(['user.email', 'user.emailVerified', 'user.createdAt', 'user.name'])
    .select(['redemption.redeemedAt', 'redemption.entry', 'redemption.convertedAt'])
    .select(['invitationCode.kind', 'invitationCode.label'])
    .where('user.id', '=', person.id)
    .executeTakeFirstOrThrow();
  const logins = await loginsOf(db, person.id, providers);
  const sessions = await sessionsOf(db, person.id);
  return {
    id: person.id,
    isGuest: person.isGuest,
    email: person.email,
    isEmailVerified: Boolean(user.emailVerified),
    name: user.name,
    createdAt: iso(timeOf(user.createdAt)),
    invitation:
      user.redeemedAt === null
        ? null
        : {
            kind: user.kind,
            label: user.label,
            redeemedAt: iso(user.redeemedAt),
            entry: user.entry,
            convertedAt: user.convertedAt === null ? null : iso(user.convertedAt),
          },
    logins: logins.map(({ provider, name, createdAt }) => ({ provider, name, createdAt: iso(createdAt) })),
    sessions: sessions.map(({ device, createdAt, lastActiveAt }) => ({
      device,
      createdAt: iso(createdAt),
      lastActiveAt: iso(lastActiveAt),
    })),
    chats: await chatsOf(db, person.id),
  };
}

async function chatsOf(db: Database['db'], userId: string) {
  const chats = await db
    .selectFrom('chat')
    .selectAll()
    .where('userId', '=', userId)
    .orderBy('createdAt')
    .execute();
  const messages = await db
    .selectFrom('message')
    .innerJoin('chat', 'chat.id', 'message.chatId')
    .select(['message.chatId', 'message.role', 'message.text', 'message.status', 'message.createdAt'])
    .where('chat.userId', '=', userId)
    .orderBy('message.position')
    .execute();
  const byChat = Map.groupBy(messages, ({ chatId }) => chatId);
  return chats.map(({ id, title, createdAt, updatedAt }) => ({
    id,
    title,
    createdAt: iso(createdAt),
    updatedAt: iso(updatedAt),
    messages: (byChat.get(id) ?? []).map(({ role, text, status, createdAt }) => ({
      role,
      text,
      status,
      createdAt: iso(createdAt),
    })),
  }));
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
