import { setTimeout as wait } from 'node:timers/promises';
import { type Database, type Statement, Unavailable } from '@foyer/database';
import type { Tables } from '@foyer/database/tables';
import type { Kysely } from 'kysely';
import { markUsed } from '../chats/chats.ts';
import { putMessage, type SealedMessage } from '../chats/messages.ts';
import { countReply } from '../chats/storage-quota.ts';
import { endLease, type Lease, renewLease } from './lease.ts';

type Db = Kysely<Tables>;
type Kept = Pick<Database, 'db' | 'atomically'>;

/**
 * Renews the lease of a reply, and keeps its text so far, as interrupted: should its writer die, nobody else is there to
 * mark it. As long as the lease runs, it is being written.
 *
 * @param message null where there is no news
 * @returns whether the lease was held
 */
export function saveSoFar(
  { atomically }: Kept,
  lease: Lease,
  { message, until }: { message: SealedMessage | null; until: number },
): Promise<boolean> {
  return atomically((db) => [...kept(db, lease, message), renewLease(db, lease, until)]);
}

/**
 * Keeps a reply that has ended, and gives the lease back. While the database cannot be asked it is tried again, as long
 * as nobody wants the writer to end.
 *
 * @param timeoutMs for how long it is tried, in milliseconds
 * @returns whether the chat has it
 */
export async function saveEnded(
  { db, atomically }: Kept,
  lease: Lease,
  { message, signal, timeoutMs }: { message: SealedMessage | null; signal: AbortSignal; timeoutMs: number },
): Promise<boolean> {
  const deadline = performance.now() + timeoutMs;
  // The answer to a try can be lost that kept it.
  let mayBeKept = false;
  for (;;) {
    try {
      const isKept = await atomically((db) => [...kept(db, lease, message), endLease(db, lease)]);
      return isKept || (mayBeKept && (await isIn(db, lease, message)));
    } catch (error) {
      const isInVain = signal.aborted || performance.now() > deadline;
      if (isInVain || !(error instanceof Unavailable)) throw error;
      mayBeKept = true;
    }
    await wait(Math.min(500, timeoutMs));
  }
}

/** Whether a chat has a message as it was sealed: no text is sealed twice to the same bytes. A reply that says nothing is none. */
async function isIn(db: Db, { chatId }: Lease, message: SealedMessage | null): Promise<boolean> {
  if (!message) return true;
  const found = await db
    .selectFrom('message')
    .select('id')
    .where('chatId', '=', chatId)
    .where('id', '=', message.id)
    .where('status', '=', message.status)
    .where('sealed', '=', message.sealed)
    .executeTakeFirst();
  return found !== undefined;
}

/**
 * Of a chat that is gone, or goes on without the reply, nothing is kept, and nothing of it changes. The person comes first,
 * then the chat, then the lease, in the order in which an erasure deletes them: neither waits for the other's second.
 */
function kept(db: Db, lease: Lease, message: SealedMessage | null): Statement[] {
  if (!message) return [];
  const { chatId } = lease;
  return [
    countReply(db, lease, message),
    markUsed(db, chatId, message.createdAt),
    putMessage(db, chatId, message),
  ];
}
