import type { Database } from '@foyer/database';
import type { Refusal } from '@foyer/policy';
import type { ProviderConfig } from '../config/provider-config.ts';
import { holdSession } from '../users/lock-user.ts';
import type { Person } from '../users/person.ts';

/** Null when removed. The last usable sign-in method stays; providers that are not set up do not count. */
export function unlink(
  db: Database['db'],
  person: Person,
  { loginId, providers }: { loginId: string; providers: ProviderConfig[] },
): Promise<Refusal | null> {
  const canLogIn = (providerId: string) =>
    providerId === 'credential' || providers.some(({ id }) => id === providerId);
  return db.transaction().execute(async (trx) => {
    // A race: two parallel requests could each think that the other method remains.
    if (!(await holdSession(trx, person))) return 'NOT_SIGNED_IN';
    const logins = await trx
      .selectFrom('account')
      .select(['id', 'providerId'])
      .where('userId', '=', person.id)
      .execute();
    const login = logins.find(({ id, providerId }) => id === loginId && providerId !== 'credential');
    if (!login) return 'NOT_FOUND';
    if (!logins.some(({ id, providerId }) => id !== loginId && canLogIn(providerId))) return 'LAST_LOGIN';
    await trx.deleteFrom('account').where('id', '=', loginId).execute();
    return null;
  });
}
