import type { Refusal } from '@foyer/policy';
import { problemOfPassword } from '../credentials.ts';
import { holdPerson } from '../hold-person.ts';
import { withdrawProofs } from '../mail/proofs.ts';
import type { Parts } from '../parts.ts';
import type { Person } from '../person.ts';
import { isFresh } from './identity.ts';
import { setPassword } from './set-password.ts';

type Change = { currentPassword?: string | undefined; newPassword: string };

/**
 * Changes a member's password, or sets the first one of a member who came by a provider; all their sessions end.
 * Null when it is done, or why it is not.
 */
export async function changePassword(
  { auth, database: { db }, now }: Pick<Parts, 'auth' | 'database' | 'now'>,
  person: Person,
  { currentPassword = '', newPassword }: Change,
): Promise<Refusal | null> {
  const { id, session } = person;
  const { internalAdapter, password } = await auth.$context;
  const former = (await internalAdapter.findCredentialAccount(id))?.password ?? null;
  if (former === null && !isFresh(person, now())) return 'CONFIRM_IDENTITY';
  if (former !== null && !(await password.verify({ hash: former, password: currentPassword })))
    return 'WRONG_PASSWORD';
  const problem = problemOfPassword(newPassword);
  if (problem) return problem;
  const hash = await password.hash(newPassword);

  return db.transaction().execute(async (trx) => {
    if (!(await holdPerson(trx, id))) return 'NOT_SIGNED_IN';
    // While the hash was computed, a reset may have set another password and ended this session: it has the last word.
    const live = await trx.selectFrom('session').select('id').where('id', '=', session.id).executeTakeFirst();
    if (!live) return 'NOT_SIGNED_IN';
    if (((await internalAdapter.findCredentialAccount(id))?.password ?? null) !== former)
      return 'WRONG_PASSWORD';
    await setPassword(auth, id, hash);
    await trx.deleteFrom('session').where('userId', '=', id).execute();
    const { emailVerified } = await trx
      .selectFrom('user')
      .select('emailVerified')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    // Where the e-mail was never confirmed, its owner may be another person, who must still be able to set a password.
    await withdrawProofs(trx, id, emailVerified ? ['change', 'reset'] : ['change']);
    return null;
  });
}
