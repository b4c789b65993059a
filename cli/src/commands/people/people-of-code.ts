import { findCode } from '@foyer/invitation-codes/codes';
import { findDigest } from '@foyer/invitation-codes/find-digest';
import { type PersonIn, peopleIn } from '@foyer/invitation-codes/people-in';
import type { Installation } from '../../command.ts';
import { Failure } from '../../terminal/failure.ts';
import { printable } from '../../terminal/table.ts';

/** The guests of a code who are in. Throws when there is no such code. */
export async function peopleOfCode(
  { db, keys }: Pick<Installation, 'db' | 'keys'>,
  text: string,
  now: number,
): Promise<PersonIn[]> {
  if (!(await findCode(db, keys, text))) throw new Failure(`there is no code ${printable(text)}`);
  return peopleIn(db, await findDigest(db, keys, text), now);
}
