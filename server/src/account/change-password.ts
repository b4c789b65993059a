import type { Refusal } from '@foyer/policy';
import { setPassword } from '../auth/set-password.ts';
import { withdrawAfterChange } from '../mail/mail-tokens.ts';
import type { Parts } from '../parts.ts';
import { problemOfPassword } from '../users/credentials.ts';
import { holdSession } from '../users/lock-user.ts';
import type { Person } from '../users/person.ts';
import { isFresh } from './identity.ts';

type Change = { currentPassword?: string | undefined; newPassword: string };

/** Sets a new or first password. All sessions end; `begin` starts a new one in the same transaction. */
export async function changePassword(
  { auth, database: { db }, now }: Pick<Parts, 'auth' | 'database' | 'now'>,
  person: Person,
  { currentPassword = '', newPassword, begin }: Change & { begin: () => Promise<Headers> },
): Promise<{ cookies: Headers } | { refusal: Refusal }> {
  const { id } = person;
  const { internalAdapter, password } = await auth.$context;
  const former = (await internalAdapter.findCredentialAccount(id))?.password ?? null;
  if (former === null && !isFresh(person, now())) return { refusal: 'CONFIRM_IDENTITY' };
  if (former !== null && !(await password.verify({ hash: former, password: currentPassword })))
    return { refusal: 'WRONG_PASSWORD' };
  const problem = problemOfPassword(newPassword);
  if (problem) return { refusal: problem };
  const hash = await password.hash(newPassword);

  return db.transaction().execute(async (trx) => {
    if (!(await holdSession(trx, person))) return { refusal: 'NOT_SIGNED_IN' };
    // A race: a reset may have set another password while we computed the hash.
    const isFormer = ((await internalAdapter.findCredentialAccount(id))?.password ?? null) === former;
    if (!isFormer) return { refusal: 'WRONG_PASSWORD' };
    await setPassword(auth, id, hash);
    await trx.deleteFrom('session').where('userId', '=', id).execute();
    await withdrawAfterChange(trx, id);
    return { cookies: await begin() };
  });
}
