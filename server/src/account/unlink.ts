import type { Database } from '@foyer/database';
import type { Refusal } from '@foyer/policy';

/** Takes a login away from a member: null when it is gone, or why it stays. The last way in always stays. */
export function unlink(
  db: Database['db'],
  { userId, loginId }: { userId: string; loginId: string },
): Promise<Refusal | null> {
  return db.transaction().execute(async (trx) => {
    // The row of the member is locked first: two that are taken away at once must not both find the other there.
    await trx.updateTable('user').set({ updatedAt: new Date() }).where('id', '=', userId).execute();
    const logins = await trx
      .selectFrom('account')
      .select(['id', 'providerId'])
      .where('userId', '=', userId)
      .execute();
    const login = logins.find(({ id, providerId }) => id === loginId && providerId !== 'credential');
    if (!login) return 'NOT_FOUND';
    if (logins.length === 1) return 'LAST_LOGIN';
    await trx.deleteFrom('account').where('id', '=', loginId).execute();
    return null;
  });
}
