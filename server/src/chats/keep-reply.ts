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
 * @returns whether the chat has it; true where an answer was lost that may have said so
 */
export async function keepEnded(
  db: Db,
  lease: Lease,
  { message, signal, patienceMs }: { message: Message | null; signal: AbortSignal; patienceMs: number },
): Promise<boolean> {
  const deadline = performance.now() + patienceMs;
  let mayBeKept = false;
  for (;;) {
    try {
      const isKept = message
        ? await keep(db, lease, message, (trx) => endLease(trx, lease))
        : await endLease(db, lease);
      return isKept || mayBeKept;
    } catch (error) {
      const isInVain = signal.aborted || performance.now() > deadline;
      if (isInVain || !(error instanceof DatabaseTrouble)) throw error;
      mayBeKept = true;
    }
    await wait(Math.min(500, patienceMs));
  }
}

/** Of a chat that is gone, or goes on without the reply, nothing is kept, and nothing of it changes. */
async function keep(
  db: Db,
  { chatId }: Lease,
  message: Message,
  isHeld: (trx: Db) => Promise<boolean>,
): Promise<boolean> {
  try {
    await db.transaction().execute(async (trx) => {
      // The chat before the lease, in the order in which an erasure deletes them: neither waits for the other's second.
      const chat = await trx
        .updateTable('chat')
        .set({ updatedAt: message.createdAt })
        .where('id', '=', chatId)
        .returning('id')
        .executeTakeFirst();
      if (!chat || !(await isHeld(trx))) throw new Lost();
      await putMessage(trx, chatId, message);
    });
    return true;
  } catch (error) {
    if (error instanceof Lost) return false;
    throw error;
  }
}

/** Rolls back what was begun for a reply that is no longer its writer's. */
class Lost extends Error {}
