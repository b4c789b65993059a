import type { Database } from '@foyer/database';

/** @param email as somebody typed it: blanks around it and upper case make no difference */
export function findMember(db: Database['db'], email: string) {
  return db
    .selectFrom('user')
    .select(['id', 'email', 'emailVerified'])
    .where('email', '=', email.trim().toLowerCase())
    .where('isGuest', '=', false)
    .executeTakeFirst();
}
