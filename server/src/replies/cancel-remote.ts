import type { Tables } from '@foyer/database/tables';
import type { Kysely } from 'kysely';
import { markStopped } from '../chats/messages.ts';
import { lockUser } from '../users/lock-user.ts';
import { type Lease, revokeLease } from './lease.ts';

/** For a writer in another process, or a dead one. The saved part is marked as stopped now: the writer may be late. */
export function cancelRemote(db: Kysely<Tables>, reply: Omit<Lease, 'ends'>, now: number): Promise<void> {
  return db.transaction().execute(async (trx) => {
    if (!(await lockUser(trx, reply.userId))) return;
    // An order: first the lease, then the message, so that a last save of the writer is marked, too.
    if (await revokeLease(trx, reply, now)) await markStopped(trx, reply.chatId);
  });
}
