import { Unavailable } from '@foyer/database';
import type { Tables } from '@foyer/database/tables';
import { type Kysely, PostgresAdapter, sql } from 'kysely';
import { describeError } from '../models/describe-error.ts';
import type { Log } from '../telemetry/log.ts';

/** A lease that is held in this process. */
type Held = {
  userId: string;
  /** Whether the holder has ever asked for this end of it. */
  isMine: (leaseUntil: number) => boolean;
  onLost: () => void;
};

export type LeaseWatch = {
  /** Watches a lease that has been taken. Returns what ends that. */
  add: (held: Held) => () => void;
};

/**
 * Looks again and again whether the leases of this process are still held: a logout, a deletion or a stop on another
 * server takes them away. One statement looks at all of them, and only while there are some. It polls because a pooler in
 * transaction mode delivers no notifications.
 *
 * @param lookMs how long it pauses between two looks, in milliseconds
 */
export function watchLeases({
  db,
  log,
  lookMs,
}: {
  db: Kysely<Tables>;
  log: Log;
  lookMs: number;
}): LeaseWatch {
  const watched = new Set<Held>();
  let timer: NodeJS.Timeout | null = null;

  const look = async () => {
    const asked = [...watched];
    const ends = await endsOf(
      db,
      asked.map(({ userId }) => userId),
    );
    for (const held of asked) {
      const end = ends.get(held.userId);
      const isLost = end === undefined || !held.isMine(end);
      if (isLost && watched.has(held)) held.onLost();
    }
  };
  const lookNext = () => {
    timer = setTimeout(async () => {
      try {
        if (watched.size > 0) await look();
      } catch (error) {
        // Without a database nobody can take a lease away; the renewals tell of it.
        if (!(error instanceof Unavailable))
          log('leases could not be looked at', describeError(error), 'error');
      }
      timer = null;
      if (watched.size > 0) lookNext();
    }, lookMs).unref();
  };

  return {
    add: (held) => {
      watched.add(held);
      if (!timer) lookNext();
      return () => watched.delete(held);
    },
  };
}

/** Until when replies are leased, by the person. One text for any number of people: each text is a prepared statement. */
async function endsOf(db: Kysely<Tables>, userIds: string[]): Promise<Map<string, number>> {
  const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter;
  const ids = isPostgres
    ? sql<string>`(select unnest(${userIds}::text[]))`
    : sql<string>`(select "value" from json_each(${JSON.stringify(userIds)}))`;
  const rows = await db
    .selectFrom('reply')
    .select(['userId', 'leaseUntil'])
    .where('userId', 'in', ids)
    .execute();
  return new Map(rows.map(({ userId, leaseUntil }) => [userId, leaseUntil]));
}
