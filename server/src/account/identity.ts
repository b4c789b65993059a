import type { Refusal } from '@foyer/policy';
import type { Auth } from '../auth/better-auth.ts';
import type { Person } from '../users/person.ts';

/** For this long after a login we do not ask for the password again, in milliseconds. */
const freshMs = 10 * 60 * 1000;

export function isFresh({ session }: Person, now: number): boolean {
  return now - session.createdAt < freshMs;
}

/** Why this session must prove its identity before a dangerous act; null when it need not. */
export async function problemOfIdentity(
  auth: Auth,
  person: Person,
  { password, now }: { password: string | undefined; now: number },
): Promise<Refusal | null> {
  if (password !== undefined)
    return (await isPasswordOf(auth, person.id, password)) ? null : 'WRONG_PASSWORD';
  return isFresh(person, now) ? null : 'CONFIRM_IDENTITY';
}

async function isPasswordOf(auth: Auth, userId: string, password: string): Promise<boolean> {
  const { internalAdapter, password: passwords } = await auth.$context;
  const hash = (await internalAdapter.findCredentialAccount(userId))?.password;
  return Boolean(hash) && passwords.verify({ hash: hash ?? '', password });
}
