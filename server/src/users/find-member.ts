import type { Database } from '@foyer/database';

export function findMember(db: Database['db'], email: string) {
  return db
    .selectFrom('user')
    .select(['id', 'email', 'emailVerified'])
    .where('email', '=', email)
    .where('isGuest', '=', false)
    .executeTakeFirst();
}
