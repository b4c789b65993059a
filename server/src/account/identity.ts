import type { Refusal } from '@foyer/policy';
import type { Auth } from '../auth/better-auth.ts';
import type { Person } from '../users/person.ts';

/** For how long after a login nobody is asked again who they are, in milliseconds. */
const freshMs = 10 * 60 * 1000;

/** Whether somebody has logged in so recently that their browser has hardly changed hands. */
export function isFresh({ session }: Person, now: number): boolean {
  return now - session.createdAt < freshMs;
}

/** Why an act that cannot be taken back, or that opens a new way in, is refused to a session: null for go on. */
export async function problemOfIdentity(
  auth: Auth,
  person: Person,
  { password, now }: { password: string | undefined; now: number },
): Promise<Refusal | null> {
  if (password !== undefined)
    return (await isPasswordOf(auth, person.id, password)) ? null : 'WRONG_PASSWORD';
  return isFresh(person, now) ? null : 'CONFIRM_IDENTITY';
}

/** Whether this is the person's password; false also for those who have none. */
async function isPasswordOf(auth: Auth, userId: string, password: string): Promise<boolean> {
  const { internalAdapter, password: passwords } = await auth.$context;
  const hash = (await internalAdapter.findCredentialAccount(userId))?.password;
  return Boolean(hash) && passwords.verify({ hash: hash ?? '', password });
}
