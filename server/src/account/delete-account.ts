import type { Refusal } from '@foyer/policy';
import { oweVacuum } from '../installation/owed-vacuum.ts';
import type { Parts } from '../parts.ts';
import { holdSession } from '../users/lock-user.ts';
import type { Person } from '../users/person.ts';

/** Erases a member as a guest is erased, with everything that hangs from them. Null when it is done, or why it is not. */
export async function deleteAccount(
  { database: { db, kind }, invitations }: Pick<Parts, 'database' | 'invitations'>,
  person: Person,
): Promise<Refusal | null> {
  const { id } = person;
  await invitations.beforeErase(id);
  const isErased = await db.transaction().execute(async (trx) => {
    if (!(await holdSession(trx, person))) return false;
    await trx.deleteFrom('user').where('id', '=', id).execute();
    // SQLite may have left a copy of the e-mail where it has moved rows.
    if (kind === 'sqlite') await oweVacuum(trx);
    return true;
  });
  if (!isErased) return 'NOT_SIGNED_IN';
  await invitations.afterErase([id]);
  return null;
}
