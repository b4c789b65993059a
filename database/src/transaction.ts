import { AsyncLocalStorage } from 'node:async_hooks';
import type { Kysely, Transaction } from 'kysely';
import type { DatabaseEvents } from './events.ts';
import { runTransaction } from './retry-on-conflict.ts';

// Queries join the transaction that is open in their async context: so Better Auth (which hides its transactions), its
// hooks and our code write in one. Nested transactions join.
export function joinOpenTransaction<Tables>(db: Kysely<Tables>, events: DatabaseEvents): Kysely<Tables> {
  const open = new AsyncLocalStorage<Transaction<Tables>>();
  type Work = (trx: Transaction<Tables>) => Promise<unknown>;
  const begin = (work: Work) => {
    const outer = open.getStore();
    if (outer) return work(outer);
    const run = () => db.transaction().execute((trx) => open.run(trx, () => work(trx)));
    return runTransaction(events, run);
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
