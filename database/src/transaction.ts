import { AsyncLocalStorage } from 'node:async_hooks';
import type { Kysely, Transaction } from 'kysely';
import type { DatabaseEvents } from './events.ts';
import { untilNoConflict } from './retry-on-conflict.ts';

/**
 * The same instance, whose queries join the transaction that is open in their async context.
 *
 * Better Auth opens transactions of its own and hides them; this is how a hook that it calls, and an act of ours
 * that calls it, write in one transaction. A transaction begun inside another joins it; the outermost is run again when
 * the database has undone it for the sake of another one.
 *
 * @param events hears of transactions that are run again, and of their ends
 */
export function joinOpenTransaction<Tables>(db: Kysely<Tables>, events: DatabaseEvents): Kysely<Tables> {
  const open = new AsyncLocalStorage<Transaction<Tables>>();
  type Work = (trx: Transaction<Tables>) => Promise<unknown>;
  const begin = (work: Work) => {
    const outer = open.getStore();
    if (outer) return work(outer);
    const run = () => db.transaction().execute((trx) => open.run(trx, () => work(trx)));
    const begun = performance.now();
    return untilNoConflict(run, () => events.emit('retried')).finally(() =>
      events.emit('transacted', performance.now() - begun),
    );
  };
  return new Proxy(db, {
    get(_, property) {
      if (property === 'transaction') return () => ({ execute: begin });
      const current = open.getStore() ?? db;
      const value = Reflect.get(current, property, current);
      return typeof value === 'function' ? value.bind(current) : value;
    },
  });
}
