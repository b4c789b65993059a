import type { Database } from '@foyer/database';
import { findMember } from '../users/find-member.ts';
import { issueMailToken, mailTokenLifeMs } from './mail-tokens.ts';

/** `expiresAt` in epoch milliseconds. */
export type ResetLink = { userId: string; link: string; expiresAt: number };

/** Withdraws the previous link; null when no member has this email. */
export function makeResetLink(
  { db, publicUrl }: { db: Database['db']; publicUrl: string },
  email: string,
  now: number,
): Promise<ResetLink | null> {
  return db.transaction().execute(async (trx) => {
    const member = await findMember(trx, email);
    if (!member) return null;
    await trx
      .deleteFrom('mailProof')
      .where('userId', '=', member.id)
      .where('purpose', '=', 'reset')
      .where('email', 'is', null)
      .execute();
    const token = await issueMailToken(trx, { userId: member.id, purpose: 'reset', email: null }, now);
    return {
      userId: member.id,
      link: `${publicUrl}/reset-password#token=${token}`,
      expiresAt: now + mailTokenLifeMs.handedOver,
    };
  });
}
