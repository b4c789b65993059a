import type { Database } from '@foyer/database';
import type { ProviderConfig } from '../config-providers.ts';
import type { Person } from '../person.ts';
import { deviceOf } from './device.ts';
import { isFresh } from './identity.ts';

type Db = Database['db'];

/** A provider by which a member can log in. Times are epoch milliseconds. */
export type Login = { id: string; provider: string; name: string; createdAt: number };

/** What the account page shows. Times are epoch milliseconds. */
export async function accountOf(
  db: Db,
  person: Person,
  { providers, now }: { providers: ProviderConfig[]; now: number },
) {
  const { email, emailVerified, createdAt } = await db
    .selectFrom('user')
    .select(['email', 'emailVerified', 'createdAt'])
    .where('id', '=', person.id)
    .executeTakeFirstOrThrow();
  const logins = await loginsOf(db, person.id, providers);
  return {
    email,
    isVerified: Boolean(emailVerified),
    createdAt: timeOf(createdAt),
    hasPassword: logins.some(({ provider }) => provider === 'credential'),
    isFresh: isFresh(person, now),
    logins: logins.filter(({ provider }) => provider !== 'credential'),
    sessions: (await sessionsOf(db, person.id)).map((session) => ({
      ...session,
      isCurrent: session.id === person.session.id,
    })),
  };
}

/** Every way into an account: the password, as `credential`, and the linked providers, the oldest first. */
export async function loginsOf(db: Db, userId: string, providers: ProviderConfig[]): Promise<Login[]> {
  const rows = await db
    .selectFrom('account')
    .select(['id', 'providerId', 'createdAt'])
    .where('userId', '=', userId)
    .orderBy('createdAt')
    .execute();
  return rows.map(({ id, providerId, createdAt }) => ({
    id,
    provider: providerId,
    name: providers.find((provider) => provider.id === providerId)?.name ?? providerId,
    createdAt: timeOf(createdAt),
  }));
}

/** The sessions of a person, the latest first. */
export async function sessionsOf(db: Db, userId: string) {
  const rows = await db
    .selectFrom('session')
    .select(['id', 'userAgent', 'createdAt', 'updatedAt'])
    .where('userId', '=', userId)
    .orderBy('updatedAt', 'desc')
    .execute();
  return rows.map(({ id, userAgent, createdAt, updatedAt }) => ({
    id,
    device: deviceOf(userAgent),
    createdAt: timeOf(createdAt),
    lastActiveAt: timeOf(updatedAt),
  }));
}

/** SQLite keeps these times as text, PostgreSQL as dates. */
export function timeOf(time: Date | string): number {
  return new Date(time).getTime();
}
