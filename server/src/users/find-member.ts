import type { Database } from '@foyer/database';

/** The member who has an e-mail, in lower case; a guest has none that anybody could write. */
export function findMember(db: Database['db'], email: string) {
  return db
    .selectFrom('user')
    .select(['id', 'email', 'emailVerified'])
    .where('email', '=', email)
    .where('isGuest', '=', false)
    .executeTakeFirst();
}
