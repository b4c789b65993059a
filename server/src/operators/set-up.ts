import type { Database } from '@foyer/database';
import type { Tables } from '@foyer/database/tables';
import type { OperatorRefusal, Refusal } from '@foyer/policy';
import type { Kysely } from 'kysely';
import type { Auth } from '../auth/better-auth.ts';
import { setPassword } from '../auth/set-password.ts';
import { withdrawMailTokens } from '../mail/mail-tokens.ts';
import { findMember } from '../users/find-member.ts';
import { lockUser } from '../users/lock-user.ts';
import { type SetUpLink, takeLink } from './links.ts';
import { makeOperator } from './operators.ts';

type Deps = { db: Database['db']; auth: Auth; begin: (userId: string) => Promise<Headers> };
type NewOperator = { email: string; hash: string; from: string | null; now: number };
type SetUp = { userId: string; isNew: boolean; cookies: Headers } | { refusal: Refusal | OperatorRefusal };

/**
 * Makes the operator of a link, with this password. `from`: the network of the address.
 * An attack: somebody may have registered with the email since the link was made. As after a link for a new password,
 * their sessions end, and providers are unlinked if the email was never confirmed.
 */
export async function useLink(deps: Deps, link: SetUpLink, person: NewOperator): Promise<SetUp> {
  const hadAccount = await findMember(deps.db, person.email);
  try {
    return await makeOperatorOf(deps, link, person);
  } catch (error) {
    // A race: somebody registered with this email meanwhile; the unique index stops one.
    if (!hadAccount && (await findMember(deps.db, person.email))) return { refusal: 'USER_ALREADY_EXISTS' };
    throw error;
  }
}

function makeOperatorOf(
  { db, auth, begin }: Deps,
  link: SetUpLink,
  { email, hash, from, now }: NewOperator,
): Promise<SetUp> {
  return db.transaction().execute(async (trx): Promise<SetUp> => {
    const owner = await findMember(trx, email);
    if (owner && link.email === null) return { refusal: 'USER_ALREADY_EXISTS' };
    if (owner && !(await lockUser(trx, owner.id))) return { refusal: 'LINK_INVALID' };
    if (!(await takeLink(trx, link, now))) return { refusal: 'LINK_USED' };
    if (owner) await clearAccount(trx, owner);
    const userId = owner?.id ?? (await auth.api.createMember({ body: { email } })).id;
    await setPassword(auth, userId, hash);
    await trx.updateTable('operatorLink').set({ userId }).where('digest', '=', link.digest).execute();
    const actor = { by: 'operator', id: userId, from } as const;
    await makeOperator(trx, userId, { actor, now, act: 'operator.set-up' });
    return { userId, isNew: !owner, cookies: await begin(userId) };
  });
}

async function clearAccount(
  trx: Kysely<Tables>,
  { id, emailVerified }: { id: string; emailVerified: boolean | number },
): Promise<void> {
  const providers = trx
    .deleteFrom('account')
    .where('userId', '=', id)
    .where('providerId', '!=', 'credential');
  if (!emailVerified) await providers.execute();
  await trx.deleteFrom('session').where('userId', '=', id).execute();
  await withdrawMailTokens(trx, id);
}
