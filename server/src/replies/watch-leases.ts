import { Unavailable } from '@foyer/database';
import type { Tables } from '@foyer/database/tables';
import { type Kysely, PostgresAdapter, sql } from 'kysely';
import { describeError } from '../models/describe-error.ts';
import type { Log } from '../telemetry/log.ts';

type WatchedLease = {
  userId: string;
  isOwnEnd: (leaseUntil: number) => boolean;
  onLost: () => void;
};

export type LeaseWatch = {
  add: (held: WatchedLease) => () => void;
};

// A logout, a deletion or a stop on another server takes leases away. We poll, because a pooler in transaction mode
// delivers no notifications.
export function watchLeases({
  db,
  log,
  lookMs,
}: {
  db: Kysely<Tables>;
  log: Log;
  lookMs: number;
}): LeaseWatch {
  const watched = new Set<WatchedLease>();
  let timer: NodeJS.Timeout | null = null;

  const check = async () => {
    const asked = [...watched];
    const ends = await endsOf(
      db,
      asked.map(({ userId }) => userId),
    );
    for (const held of asked) {
      const end = ends.get(held.userId);
      const isLost = end === undefined || !held.isOwnEnd(end);
      if (isLost && watched.has(held)) held.onLost();
    }
  };
  const checkNext = () => {
    timer = setTimeout(async () => {
      try {
        if (watched.size > 0) await check();
      } catch (error) {
        // Without a database nobody can take a lease; renewals report the error.
        if (!(error instanceof Unavailable))
          log('leases could not be checked', describeError(error), 'error');
      }
      timer = null;
      if (watched.size > 0) checkNext();
    }, lookMs).unref();
  };

  return {
    add: (held) => {
      watched.add(held);
      if (!timer) checkNext();
      return () => watched.delete(held);
    },
  };
}

/** By user. One SQL text for any number of users, because each text is a prepared statement. */
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
