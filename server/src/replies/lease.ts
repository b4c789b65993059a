import type { Tables } from '@foyer/database/tables';
import type { Kysely } from 'kysely';
import { insertOwned } from '../users/insert-owned.ts';

type Db = Kysely<Tables>;

// The right to write the single running reply of a user. `ends` (epoch milliseconds) never repeats, so it identifies
// the holder; it has several values while the result of a renewal is unknown.
export type Lease = { userId: string; chatId: string; ends: number[] };

export const leaseMs = 30_000;

/** The value that a stop from another process writes to `leaseUntil`. */
const stoppedElsewhere = 0;

export function newLease(of: Omit<Lease, 'ends'>, now: number): Lease {
  return { ...of, ends: [now + leaseMs] };
}

/** Returns a row unless someone holds the lease. */
export function takeLease(db: Db, { userId, chatId, ends }: Lease, now: number) {
  const leaseUntil = Math.max(...ends);
  return insertOwned(db, 'reply', { table: 'chat', id: chatId }, { userId, chatId, leaseUntil })
    .onConflict((conflict) =>
      conflict.column('userId').doUpdateSet({ chatId, leaseUntil }).where('reply.leaseUntil', '<', now),
    )
    .returning('userId');
}

/** Returns a row unless the lease is lost. */
export function renewLease(db: Db, lease: Lease, until: number) {
  return db
    .updateTable('reply')
    .set({ leaseUntil: until })
    .where('userId', '=', lease.userId)
    .where('leaseUntil', 'in', lease.ends)
    .returning('userId');
}

/** For a writer in another process, or a dead one. Returns whether a reply was being written. */
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
    .set({ leaseUntil: stoppedElsewhere })
    .where('userId', '=', userId)
    .where('chatId', '=', chatId)
    .returning('userId')
    .executeTakeFirst();
  return lease !== undefined && revoked !== undefined && lease.leaseUntil >= now;
}

/** Returns a row unless another writer has the lease. */
export function endLease(db: Db, { userId, chatId, ends }: Lease) {
  return db
    .deleteFrom('reply')
    .where('userId', '=', userId)
    .where('chatId', '=', chatId)
    .where('leaseUntil', 'in', [...ends, stoppedElsewhere])
    .returning('userId');
}
