import type { Database } from '@foyer/database';
import type { Tables } from '@foyer/database/tables';
import type { Kysely } from 'kysely';
import { freshMs } from './find-operator.ts';

/** Notes that the operator proved themselves in this session. Returns until when it is fresh, epoch milliseconds. */
export async function noteConfirmed(
  db: Kysely<Tables> | Database['db'],
  sessionId: string,
  { withSecondFactor, now }: { withSecondFactor: boolean; now: number },
): Promise<number> {
  const proved = { confirmedAt: now, ...(withSecondFactor && { secondFactorAt: now }) };
  // From the session's row: a session that ended meanwhile gets none, instead of an error.
  await db
    .insertInto('operatorSession')
    .columns(['sessionId', 'confirmedAt', 'secondFactorAt'])
    .expression(({ selectFrom, val }) =>
      selectFrom('session')
        .select(['id', val(now).as('confirmedAt'), val(proved.secondFactorAt ?? null).as('secondFactorAt')])
        .where('id', '=', sessionId),
    )
    .onConflict((conflict) => conflict.column('sessionId').doUpdateSet(proved))
    .execute();
  return now + freshMs;
}
