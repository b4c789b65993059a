import type { Database } from '@foyer/database';
import type { Refusal } from '@foyer/policy';
import type { Auth } from '../auth/better-auth.ts';
import { setPassword } from '../auth/set-password.ts';
import { findMember } from '../users/find-member.ts';
import { lockUser } from '../users/lock-user.ts';
import { findMailToken, type MailToken, takeMailToken, withdrawMailTokens } from './mail-tokens.ts';

type Db = Database['db'];

export type LinkResult =
  | { userId: string; formerEmail?: string; cookies: Headers | null }
  | { refusal: Refusal };

/** Starts a session for the user whom the link identified, in the same transaction. Null: start none. */
export type StartSession = ((userId: string) => Promise<Headers>) | null;

export async function findEmailToken(db: Db, token: string, now: number): Promise<MailToken | null> {
  const proof = await findMailToken(db, token, now);
  return proof && proof.purpose !== 'reset' ? proof : null;
}

export async function confirmEmail(db: Db, proof: MailToken, begin: StartSession): Promise<LinkResult> {
  try {
    return await setEmail(db, proof, begin);
  } catch (error) {
    // A race: both of two parallel changes pass the check above; the unique index stops one.
    if (await belongsToOther(db, proof)) return { refusal: 'USER_ALREADY_EXISTS' };
    throw error;
  }
}

function setEmail(db: Db, proof: MailToken, begin: StartSession): Promise<LinkResult> {
  const { userId, email, purpose } = proof;
  return db.transaction().execute(async (trx): Promise<LinkResult> => {
    const user = await lockMember(trx, userId);
    if (!user || email === null || !(await takeMailToken(trx, proof))) return { refusal: 'LINK_INVALID' };
    // The member has changed their email since this link was sent.
    if (purpose === 'verify' && user.email !== email) return { refusal: 'LINK_INVALID' };
    if (await belongsToOther(trx, proof)) return { refusal: 'USER_ALREADY_EXISTS' };
    await trx
      .updateTable('user')
      .set({ email, emailVerified: true, updatedAt: new Date() })
      .where('id', '=', userId)
      .execute();
    await withdrawMailTokens(trx, userId);
    const cookies = begin && (await begin(userId));
    return purpose === 'change' ? { userId, cookies, formerEmail: user.email } : { userId, cookies };
  });
}

// An attack: anyone may have registered with this email, so if it was never confirmed we also remove linked providers.
// All sessions and all other links end.
export function resetPassword(
  { db, auth, begin }: { db: Db; auth: Auth; begin: StartSession },
  proof: MailToken,
  hash: string,
): Promise<LinkResult> {
  const { userId, email } = proof;
  return db.transaction().execute(async (trx): Promise<LinkResult> => {
    const user = await lockMember(trx, userId);
    const isCurrentEmail = email === null || email === user?.email;
    if (!user || !isCurrentEmail || !(await takeMailToken(trx, proof))) return { refusal: 'LINK_INVALID' };
    const deleteProviders = trx
      .deleteFrom('account')
      .where('userId', '=', userId)
      .where('providerId', '!=', 'credential');
    if (!user.emailVerified) await deleteProviders.execute();
    await setPassword(auth, userId, hash);
    // Following a mailed link proves that the user reads this mailbox.
    if (email !== null)
      await trx.updateTable('user').set({ emailVerified: true }).where('id', '=', userId).execute();
    await trx.deleteFrom('session').where('userId', '=', userId).execute();
    await withdrawMailTokens(trx, userId);
    return { userId, cookies: begin && (await begin(userId)) };
  });
}

/** An order: lock the user's row before all others. */
async function lockMember(trx: Parameters<typeof lockUser>[0], id: string) {
  if (!(await lockUser(trx, id))) return null;
  return trx
    .selectFrom('user')
    .select(['email', 'emailVerified'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

async function belongsToOther(db: Db, { email, userId }: MailToken): Promise<boolean> {
  const owner = email === null ? undefined : await findMember(db, email);
  return owner !== undefined && owner.id !== userId;
}
