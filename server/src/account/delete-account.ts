import type { Refusal } from '@foyer/policy';
import { oweVacuum } from '../installation/owed-vacuum.ts';
import { isLastOperator } from '../operators/operators.ts';
import type { Parts } from '../parts.ts';
import { holdSession } from '../users/lock-user.ts';
import type { Person } from '../users/person.ts';

export async function deleteAccount(
  { database: { db, kind }, invitations }: Pick<Parts, 'database' | 'invitations'>,
  person: Person,
): Promise<Refusal | null> {
  const { id } = person;
  await invitations.beforeErase(id);
  const refusal = await db.transaction().execute(async (trx): Promise<Refusal | null> => {
    if (!(await holdSession(trx, person))) return 'NOT_SIGNED_IN';
    if (await isLastOperator(trx, id)) return 'LAST_OPERATOR';
    await trx.deleteFrom('user').where('id', '=', id).execute();
    // SQLite may leave a copy of the email in pages where it moved rows.
    if (kind === 'sqlite') await oweVacuum(trx);
    return null;
  });
  if (refusal) return refusal;
  await invitations.afterErase([id]);
  return null;
}
