import { normalEmail } from '@foyer/api/email';
import type { Database } from '@foyer/database';

/** @param email as somebody typed it: blanks around it and upper case make no difference */
export function findMember(db: Database['db'], email: string) {
  return db
    .selectFrom('user')
    .select(['id', 'email', 'emailVerified'])
    .where('email', '=', normalEmail(email))
    .where('isGuest', '=', false)
    .executeTakeFirst();
}

/** The email of the member with this account at a provider; null for nobody. */
export const emailOfAccount =
  (db: Database['db']) =>
  async (providerId: string, accountId: string): Promise<string | null> => {
    const owner = await db
      .selectFrom('account')
      .innerJoin('user', 'user.id', 'account.userId')
      .select('user.email')
      .where('account.providerId', '=', providerId)
      .where('account.accountId', '=', accountId)
      .executeTakeFirst();
    return owner?.email ?? null;
  };
