import { AsyncLocalStorage } from 'node:async_hooks';
import type { Kysely, Transaction } from 'kysely';

/**
 * The same instance, whose queries join the transaction that is open in their async context.
 *
 * Better Auth opens transactions of its own and hides them; this is how a hook that it calls, and an act of ours
 * that calls it, write in one transaction. A transaction begun inside another joins it.
 */
export function joinOpenTransaction<Tables>(db: Kysely<Tables>): Kysely<Tables> {
  const open = new AsyncLocalStorage<Transaction<Tables>>();
  type Work = (trx: Transaction<Tables>) => Promise<unknown>;
  const begin = (work: Work) => {
    const outer = open.getStore();
    if (outer) return work(outer);
    return db.transaction().execute((trx) => open.run(trx, () => work(trx)));
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
