import type { Database } from '@foyer/database';
import type { Person } from '../users/person.ts';

/** For this long after a login, or after `confirm`, nothing is asked again, in milliseconds. */
export const freshMs = 15 * 60_000;

export type OperatorSession = {
  person: Person;
  /** Epoch milliseconds. */
  freshUntil: number;
  /** `missing`: set up, but not given in this session. */
  secondFactor: 'off' | 'given' | 'missing';
};

/** Null when the person is no operator. */
export async function findOperator(
  reads: Database['reads'],
  person: Person,
): Promise<OperatorSession | null> {
  const row = await reads
    .selectFrom('operator')
    .innerJoin('user', 'user.id', 'operator.userId')
    .leftJoin('operatorSession', (join) => join.on('operatorSession.sessionId', '=', person.session.id))
    .select(['user.twoFactorEnabled', 'operatorSession.confirmedAt', 'operatorSession.secondFactorAt'])
    .where('operator.userId', '=', person.id)
    .executeTakeFirst();
  if (!row) return null;
  const given = row.secondFactorAt === null ? 'missing' : 'given';
  return {
    person,
    freshUntil: Math.max(person.session.createdAt, row.confirmedAt ?? 0) + freshMs,
    secondFactor: row.twoFactorEnabled ? given : 'off',
  };
}
