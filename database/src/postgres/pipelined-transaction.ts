import type { CompiledQuery } from 'kysely';
import type pg from 'pg';
import type { DatabaseEvents } from '../events.ts';
import { isConflict, noteConflict, runTransaction } from '../retry-on-conflict.ts';
import { Unavailable } from '../unavailable.ts';
import { endsConnection, isReadOnly, nameError } from './connection.ts';
import type { PreparedStatements } from './prepared-statements.ts';

type Deps = {
  connect: () => Promise<pg.PoolClient>;
  prepared: PreparedStatements;
  events: DatabaseEvents;
};

/** Two round trips for any number of statements. Returns false, with nothing done, when a statement returned no row. */
export function sendInTransaction(statements: CompiledQuery[], deps: Deps): Promise<boolean> {
  return runTransaction(deps.events, () => sendOnce(statements, deps));
}

async function sendOnce(statements: CompiledQuery[], { connect, prepared, events }: Deps): Promise<boolean> {
  const client = await connect();
  let isOver = false;
  const send = ({ sql, parameters }: Pick<CompiledQuery, 'sql' | 'parameters'>) =>
    client.query({
      name: prepared.nameOf(client, sql, parameters),
      text: sql,
      values: [...parameters],
    });
  try {
    const answers = await Promise.allSettled([client.query('begin'), ...statements.map(send)]);
    // The first error is the cause; the others only say that the transaction failed.
    const failed = answers.find((answer) => answer.status === 'rejected');
    if (failed) {
      await client.query('rollback').catch(() => {});
      throw failed.reason;
    }
    const isWhole = answers
      .slice(1)
      .every((answer) => answer.status === 'fulfilled' && answer.value.rows.length > 0);
    await client.query(isWhole ? 'commit' : 'rollback');
    return isWhole;
  } catch (error) {
    if (isConflict(error) || prepared.isStale(client, error)) noteConflict(error);
    if (isReadOnly(error)) events.emit('readOnly');
    const namedError = nameError(error);
    isOver = endsConnection(error) || (namedError instanceof Unavailable && namedError.kind === 'away');
    throw namedError;
  } finally {
    client.release(isOver);
  }
}
