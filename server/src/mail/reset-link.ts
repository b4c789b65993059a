import type { Database } from '@foyer/database';
import { issueMailToken, mailTokenLifeMs } from './mail-tokens.ts';

/** A link by which a member sets a new password, and until when it does, in epoch milliseconds. */
export type ResetLink = { link: string; expiresAt: number };

/**
 * Makes a link for the operator to hand over; the one that was made before for the same member is withdrawn.
 *
 * @returns null when no member has this e-mail
 */
export function makeResetLink(
  { db, publicUrl }: { db: Database['db']; publicUrl: string },
  email: string,
  now: number,
): Promise<ResetLink | null> {
  return db.transaction().execute(async (trx) => {
    const member = await trx
      .selectFrom('user')
      .select('id')
      .where('email', '=', email.trim().toLowerCase())
      .where('isGuest', '=', false)
      .executeTakeFirst();
    if (!member) return null;
    await trx
      .deleteFrom('mailProof')
      .where('userId', '=', member.id)
      .where('purpose', '=', 'reset')
      .where('email', 'is', null)
      .execute();
    const token = await issueMailToken(trx, { userId: member.id, purpose: 'reset', email: null }, now);
    return {
      link: `${publicUrl}/reset-password#token=${token}`,
      expiresAt: now + mailTokenLifeMs.handedOver,
    };
  });
}
