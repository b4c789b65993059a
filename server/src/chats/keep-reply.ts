import { setTimeout as wait } from 'node:timers/promises';
import { DatabaseTrouble } from '@foyer/database';
import type { Tables } from '@foyer/database/tables';
import type { Kysely } from 'kysely';
import { endLease, type Lease, renewLease } from './lease.ts';
import { type Message, putMessage } from './messages.ts';

type Db = Kysely<Tables>;

/**
 * Renews the lease of a reply, and keeps its text so far, as interrupted: should its writer die, nobody else is there to
 * mark it. As long as the lease runs, it is being written.
 *
 * @param message null where there is no news
 * @returns whether the lease was held
 */
export function keepSoFar(
  db: Db,
  lease: Lease,
  { message, until }: { message: Message | null; until: number },
): Promise<boolean> {
  if (!message) return renewLease(db, lease, until);
  return keep(db, lease, message, (trx) => renewLease(trx, lease, until));
}

/**
 * Keeps a reply that has ended, and gives the lease back. While the database cannot be asked it is tried again, as long
 * as nobody wants the writer to end.
 *
 * @param patienceMs for how long it is tried, in milliseconds
 */
export async function keepEnded(
  db: Db,
  lease: Lease,
  { message, signal, patienceMs }: { message: Message | null; signal: AbortSignal; patienceMs: number },
): Promise<void> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    try {
      if (message) await keep(db, lease, message, (trx) => endLease(trx, lease));
      else await endLease(db, lease);
      return;
    } catch (error) {
      const isInVain = signal.aborted || performance.now() > deadline;
      if (isInVain || !(error instanceof DatabaseTrouble)) throw error;
    }
    await wait(Math.min(500, patienceMs));
  }
}

/** Of a chat that is gone, or goes on without the reply, nothing is kept. */
function keep(db: Db, { chatId }: Lease, message: Message, isHeld: (trx: Db) => Promise<boolean>) {
  return db.transaction().execute(async (trx) => {
    // The chat before the lease, in the order in which an erasure deletes them: neither waits for the other's second.
    const chat = await trx
      .updateTable('chat')
      .set({ updatedAt: message.createdAt })
      .where('id', '=', chatId)
      .returning('id')
      .executeTakeFirst();
    if (!chat || !(await isHeld(trx))) return false;
    await putMessage(trx, chatId, message);
    return true;
  });
}
