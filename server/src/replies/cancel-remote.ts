import type { Tables } from '@foyer/database/tables';
import type { Kysely } from 'kysely';
import { markStopped } from '../chats/messages.ts';
import { lockUser } from '../users/lock-user.ts';
import { type Lease, revokeLease } from './lease.ts';

/**
 * Stops a reply whose writer is in another process, or dead. What is kept of it counts as stopped from now on: the
 * writer may come too late to say so, when another question is asked before it renews its lease.
 */
export function cancelRemote(db: Kysely<Tables>, reply: Omit<Lease, 'ends'>, now: number): Promise<void> {
  return db.transaction().execute(async (trx) => {
    if (!(await lockUser(trx, reply.userId))) return;
    // The lease before the message: what its writer still keeps is marked, too.
    if (await revokeLease(trx, reply, now)) await markStopped(trx, reply.chatId);
  });
}
