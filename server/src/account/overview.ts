import type { Database } from '@foyer/database';
import type { ProviderConfig } from '../config/provider-config.ts';
import { personIsGone } from '../http/errors.ts';
import type { Person } from '../users/person.ts';
import { timeOf } from '../users/time-of.ts';
import { deviceOf } from './device.ts';
import { isFresh } from './identity.ts';

type Db = Database['db'];

/** `accountId` is the provider's id for the user. Times are epoch milliseconds. */
export type SignInMethod = {
  id: string;
  provider: string;
  accountId: string;
  name: string;
  createdAt: number;
};

/** What the account page shows. Times are epoch milliseconds. */
export async function accountOf(
  db: Db,
  person: Person,
  { providers, now }: { providers: ProviderConfig[]; now: number },
) {
  const { email, emailVerified, createdAt, operatorId } = await db
    .selectFrom('user')
    .leftJoin('operator', 'operator.userId', 'user.id')
    .select(['email', 'emailVerified', 'user.createdAt', 'operator.userId as operatorId'])
    .where('user.id', '=', person.id)
    .executeTakeFirstOrThrow(personIsGone);
  const logins = await signInMethodsOf(db, person.id, providers);
  return {
    email,
    isVerified: Boolean(emailVerified),
    createdAt: timeOf(createdAt),
    hasPassword: logins.some(({ provider }) => provider === 'credential'),
    isOperator: operatorId !== null,
    isFresh: isFresh(person, now),
    logins: logins
      .filter(({ provider }) => provider !== 'credential')
      .map(({ accountId: _, ...login }) => login),
    sessions: (await sessionsOf(db, person.id, now)).map(({ userAgent: _, ...session }) => ({
      ...session,
      isCurrent: session.id === person.session.id,
    })),
  };
}

/** The password (as `credential`) and the linked providers, oldest first. */
export async function signInMethodsOf(
  db: Db,
  userId: string,
  providers: ProviderConfig[],
): Promise<SignInMethod[]> {
  const rows = await db
    .selectFrom('account')
    .select(['id', 'providerId', 'accountId', 'createdAt'])
    .where('userId', '=', userId)
    .orderBy('createdAt')
    .execute();
  return rows.map(({ id, providerId, accountId, createdAt }) => ({
    id,
    provider: providerId,
    accountId,
    name: nameOf(providerId, providers),
    createdAt: timeOf(createdAt),
  }));
}

function nameOf(providerId: string, providers: ProviderConfig[]): string {
  if (providerId === 'credential') return 'Password';
  return providers.find(({ id }) => id === providerId)?.name ?? providerId;
}

export async function sessionsOf(db: Db, userId: string, now: number) {
  const rows = await db
    .selectFrom('session')
    .select(['id', 'userAgent', 'createdAt', 'updatedAt'])
    .where('userId', '=', userId)
    .where('expiresAt', '>', new Date(now))
    .orderBy('updatedAt', 'desc')
    .execute();
  return rows.map(({ id, userAgent, createdAt, updatedAt }) => ({
    id,
    userAgent,
    device: deviceOf(userAgent),
    createdAt: timeOf(createdAt),
    lastActiveAt: timeOf(updatedAt),
  }));
}
