import type { CompiledQuery } from 'kysely';
import type pg from 'pg';
import type { DatabaseEvents } from '../events.ts';
import { isConflict, noteConflict, untilNoConflict } from '../retry-on-conflict.ts';
import { Unavailable } from '../unavailable.ts';
import { endsConnection, named } from './connection.ts';
import type { PreparedStatements } from './prepared-statements.ts';

type Deps = {
  connect: () => Promise<pg.PoolClient>;
  prepared: PreparedStatements;
  events: DatabaseEvents;
};

/**
 * Runs a transaction whose statements are sent without waiting for each other's answers: there and back twice, however many
 * they are.
 *
 * @returns whether it was committed: false, and nothing is done, when a statement returned no row
 */
export async function sendInTransaction(statements: CompiledQuery[], deps: Deps): Promise<boolean> {
  const begun = performance.now();
  try {
    return await untilNoConflict(
      () => sendOnce(statements, deps),
      () => deps.events.emit('retried'),
    );
  } finally {
    deps.events.emit('transacted', performance.now() - begun);
  }
}

async function sendOnce(statements: CompiledQuery[], { connect, prepared }: Deps): Promise<boolean> {
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
    // The first is the cause; the others tell that the transaction has failed.
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
    const itsName = named(error);
    isOver = endsConnection(error) || (itsName instanceof Unavailable && itsName.kind === 'away');
    throw itsName;
  } finally {
    client.release(isOver);
  }
}
