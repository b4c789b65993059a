import type { Tables } from '@foyer/database/tables';
import type { Kysely } from 'kysely';
import { insertOwned } from '../users/insert-owned.ts';

type Db = Kysely<Tables>;

/**
 * The right to write the one running reply of a person. Its end, in epoch milliseconds, also tells its holder from
 * whoever takes over after it: it never repeats. There are several ends while it is unknown which of them the database
 * has: the answer to a renewal can be lost.
 */
export type Lease = { userId: string; chatId: string; ends: number[] };

/** How long a lease lasts from its last renewal. */
export const leaseMs = 30_000;

/** What a stop that does not find the writer in its own process leaves in `leaseUntil`. */
const stoppedFromAfar = 0;

/** A lease that begins now, once it is taken. */
export function newLease(of: Omit<Lease, 'ends'>, now: number): Lease {
  return { ...of, ends: [now + leaseMs] };
}

/** Takes a lease. Returns a row unless somebody holds it. */
export function takeLease(db: Db, { userId, chatId, ends }: Lease, now: number) {
  const leaseUntil = Math.max(...ends);
  return insertOwned(db, 'reply', { table: 'chat', id: chatId }, { userId, chatId, leaseUntil })
    .onConflict((conflict) =>
      conflict.column('userId').doUpdateSet({ chatId, leaseUntil }).where('reply.leaseUntil', '<', now),
    )
    .returning('userId');
}

/** Moves the end of the lease. Returns a row unless it is lost. */
export function renewLease(db: Db, lease: Lease, until: number) {
  return db
    .updateTable('reply')
    .set({ leaseUntil: until })
    .where('userId', '=', lease.userId)
    .where('leaseUntil', 'in', lease.ends)
    .returning('userId');
}

/**
 * Takes the lease from a writer in another process, or from one that died; the writer notices when it renews.
 *
 * @returns whether the reply was being written, as far as anybody knew
 */
export async function revokeLease(
  db: Db,
  { userId, chatId }: Omit<Lease, 'ends'>,
  now: number,
): Promise<boolean> {
  const lease = await db
    .selectFrom('reply')
    .select('leaseUntil')
    .where('userId', '=', userId)
    .where('chatId', '=', chatId)
    .executeTakeFirst();
  const revoked = await db
    .updateTable('reply')
    .set({ leaseUntil: stoppedFromAfar })
    .where('userId', '=', userId)
    .where('chatId', '=', chatId)
    .returning('userId')
    .executeTakeFirst();
  return lease !== undefined && revoked !== undefined && lease.leaseUntil >= now;
}

/** Gives the lease back. Returns a row unless the holder has lost it to another writer. */
export function endLease(db: Db, { userId, chatId, ends }: Lease) {
  return db
    .deleteFrom('reply')
    .where('userId', '=', userId)
    .where('chatId', '=', chatId)
    .where('leaseUntil', 'in', [...ends, stoppedFromAfar])
    .returning('userId');
}
