import type { CodeFilter } from '@foyer/invitation-codes/codes';
import { findDigest } from '@foyer/invitation-codes/find-digest';
import type { Act } from '@foyer/server/audit';
import type { Installation } from '../../command.ts';
import type { Selection } from './options/selection.ts';

type Chosen = Pick<Act, 'on' | 'id' | 'after'>;

/** What the audit log says about a selection: never the text of a code. */
export async function selectedOf(
  installation: Pick<Installation, 'db' | 'keys'>,
  { code, filter }: Selection,
  after: object,
): Promise<Chosen> {
  if (code !== null) return { on: 'code', id: await idOfCode(installation, code), after };
  return selectedBy(filter, after);
}

export function selectedBy(filter: CodeFilter, after: object): Chosen {
  const { batch } = filter;
  if (batch !== undefined) return { on: 'batch', id: batch, after };
  return { on: 'selection', id: null, after: { ...filter, ...after } };
}

/** Null when there is no such code. */
export async function idOfCode(
  { db, keys }: Pick<Installation, 'db' | 'keys'>,
  text: string,
): Promise<string | null> {
  const digest = await findDigest(db, keys, text);
  const code = await db
    .selectFrom('invitationCode')
    .select('id')
    .where('digest', '=', digest)
    .executeTakeFirst();
  return code?.id ?? null;
}
