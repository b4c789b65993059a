import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { HostTables } from './tables.ts';

/** A condition on `user`: a guest whose session and time are not over. */
export function guestIsIn(now: number) {
  return ({ eb, and, or, exists, selectFrom }: ExpressionBuilder<HostTables, 'user'>): Expression<SqlBool> =>
    and([
      // Members have no `lastSeenAt`: with its index, no member's row is read.
      eb('user.lastSeenAt', '>=', 0),
      eb('user.isGuest', '=', true),
      or([eb('user.endsAt', 'is', null), eb('user.endsAt', '>', now)]),
      exists(
        selectFrom('session')
          .select('session.userId')
          .whereRef('session.userId', '=', 'user.id')
          .where('session.expiresAt', '>', new Date(now)),
      ),
    ]);
}
