import type { Database } from '@foyer/database';
import type { Refusal } from '@foyer/policy';
import type { Auth } from '../auth/better-auth.ts';
import { setPassword } from '../auth/set-password.ts';
import { findMember } from '../users/find-member.ts';
import { lockUser } from '../users/lock-user.ts';
import { findMailToken, type MailToken, takeMailToken, withdrawMailTokens } from './mail-tokens.ts';

type Db = Database['db'];

/** Whom a link has made sure of, or why it does nothing. */
export type Used = { userId: string; formerEmail?: string; cookies: Headers | null } | { refusal: Refusal };

/** Begins a session for whom a link has made sure of, in the same transaction: its cookies. Null where none begins. */
export type Begin = ((userId: string) => Promise<Headers>) | null;

/** What a link in a mail about an e-mail lets do, for as long as it is good. */
export async function findEmailToken(db: Db, token: string, now: number): Promise<MailToken | null> {
  const proof = await findMailToken(db, token, now);
  return proof && proof.purpose !== 'reset' ? proof : null;
}

/** Takes an e-mail for confirmed, or puts it in the place of the former one. */
export async function confirmEmail(db: Db, proof: MailToken, begin: Begin): Promise<Used> {
  try {
    return await putEmail(db, proof, begin);
  } catch (error) {
    // Two who take one e-mail at once both pass the look before; the database lets one of them through.
    if (await belongsToOther(db, proof)) return { refusal: 'USER_ALREADY_EXISTS' };
    throw error;
  }
}

function putEmail(db: Db, proof: MailToken, begin: Begin): Promise<Used> {
  const { userId, email, purpose } = proof;
  return db.transaction().execute(async (trx): Promise<Used> => {
    const user = await hold(trx, userId);
    if (!user || email === null || !(await takeMailToken(trx, proof))) return { refusal: 'LINK_INVALID' };
    // A link to an address that the member has changed since confirms nothing.
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

/**
 * Sets the password of whoever followed a link. All sessions end, and no other link does anything any more.
 *
 * Until now anybody may have made the account, with an e-mail that is not theirs: where it was never confirmed, the
 * logins of providers are taken away too, or they would stay a way in for whoever linked them.
 *
 * @param hash of the new password
 */
export function resetPassword(
  { db, auth, begin }: { db: Db; auth: Auth; begin: Begin },
  proof: MailToken,
  hash: string,
): Promise<Used> {
  const { userId, email } = proof;
  return db.transaction().execute(async (trx): Promise<Used> => {
    const user = await hold(trx, userId);
    const isOfNow = email === null || email === user?.email;
    if (!user || !isOfNow || !(await takeMailToken(trx, proof))) return { refusal: 'LINK_INVALID' };
    const ofProviders = trx
      .deleteFrom('account')
      .where('userId', '=', userId)
      .where('providerId', '!=', 'credential');
    if (!user.emailVerified) await ofProviders.execute();
    await setPassword(auth, userId, hash);
    // Whoever follows a link that was mailed has shown that they read the mail there.
    if (email !== null)
      await trx.updateTable('user').set({ emailVerified: true }).where('id', '=', userId).execute();
    await trx.deleteFrom('session').where('userId', '=', userId).execute();
    await withdrawMailTokens(trx, userId);
    return { userId, cookies: begin && (await begin(userId)) };
  });
}

/** The person first: whoever writes for a person locks their row before all others, in this one order. */
async function hold(trx: Parameters<typeof lockUser>[0], id: string) {
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
