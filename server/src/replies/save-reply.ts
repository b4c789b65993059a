import { setTimeout as wait } from 'node:timers/promises';
import { type Database, type Statement, Unavailable } from '@foyer/database';
import type { Tables } from '@foyer/database/tables';
import type { Kysely } from 'kysely';
import { markUsed, rememberWindow } from '../chats/chats.ts';
import { putMessage, type SealedMessage } from '../chats/messages.ts';
import { countReply } from '../chats/storage-quota.ts';
import type { TokenLimits } from '../config/model-config.ts';
import { endLease, type Lease, renewLease } from './lease.ts';

type Db = Kysely<Tables>;
type ReplyStore = Pick<Database, 'db' | 'atomically'>;

// Saved as interrupted: if the writer dies, nobody else will mark it. While the lease runs, the status is ignored.
// Returns whether we still hold the lease.
export function saveSoFar(
  { atomically }: ReplyStore,
  lease: Lease,
  { message, until }: { message: SealedMessage | null; until: number },
): Promise<boolean> {
  return atomically((db) => [...saveStatements(db, lease, message), renewLease(db, lease, until)]);
}

type ToSave = {
  message: SealedMessage | null;
  /** What the model has said about its window. */
  learnt?: TokenLimits | null;
  signal: AbortSignal;
  timeoutMs: number;
};

/** Retries while the database is unavailable, for `timeoutMs`. Returns whether the reply is saved. */
export async function saveEnded(
  { db, atomically }: ReplyStore,
  lease: Lease,
  { message, learnt, signal, timeoutMs }: ToSave,
): Promise<boolean> {
  const deadline = performance.now() + timeoutMs;
  // The response to a successful try can be lost.
  let mayBeKept = false;
  for (;;) {
    try {
      const isKept = await atomically((db) => [
        ...saveStatements(db, lease, message),
        ...(learnt ? [rememberWindow(db, lease.chatId, learnt)] : []),
        endLease(db, lease),
      ]);
      return isKept || (mayBeKept && (await isIn(db, lease, message)));
    } catch (error) {
      const isInVain = signal.aborted || performance.now() > deadline;
      if (isInVain || !(error instanceof Unavailable)) throw error;
      mayBeKept = true;
    }
    await wait(Math.min(500, timeoutMs));
  }
}

/** Sealing never produces the same bytes twice, so equal bytes mean this save. An empty reply is not saved. */
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

// An order, as in an erasure: user, chat, lease. Otherwise two transactions can deadlock. Saves nothing if the chat is
// gone or has a newer reply.
function saveStatements(db: Db, lease: Lease, message: SealedMessage | null): Statement[] {
  if (!message) return [];
  const { chatId } = lease;
  return [
    countReply(db, lease, message),
    markUsed(db, chatId, message.createdAt),
    putMessage(db, chatId, message),
  ];
}
