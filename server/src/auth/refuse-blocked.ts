import type { Tables } from '@foyer/database/tables';
import { refusals } from '@foyer/policy';
import { APIError } from 'better-auth/api';
import type { Kysely } from 'kysely';

/** Throws for a member whom an operator blocked. Call it in the transaction that starts a session, with the user locked. */
export async function refuseBlocked(db: Kysely<Tables>, userId: string): Promise<void> {
  const user = await db.selectFrom('user').select('blockedAt').where('id', '=', userId).executeTakeFirst();
  if (!user || user.blockedAt === null) return;
  throw new APIError('BAD_REQUEST', { code: 'ACCOUNT_BLOCKED', message: refusals.ACCOUNT_BLOCKED });
}
