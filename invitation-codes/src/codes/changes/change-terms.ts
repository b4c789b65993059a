import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { startBudgets } from '../../redemption/budgets.ts';
import { placeGuests } from '../../redemption/places.ts';
import { gatherUses } from '../../redemption/shards/gather-uses.ts';
import type { CodeKeys } from '../../seal.ts';
import type { HostTables, InvitationCodeRow, InvitationTables, OpenedTerms } from '../../tables.ts';
import { selectCodes } from '../bulk.ts';
import { codeFromRow } from '../code-from-row.ts';
import { openedTerms, problemsOf, type TermsProblem } from '../terms.ts';

/** What can be changed of a code. Its kind and its text stay. */
export type ChangedTerms = Partial<
  Pick<InvitationCodeRow, 'allowed' | 'validFrom' | 'validUntil' | 'label'> & OpenedTerms
>;

export type TermsChange =
  | { before: InvitationCodeRow; after: InvitationCodeRow; problem?: undefined }
  | { problem: 'missing' | 'changedMeanwhile' | TermsProblem };

const changeable = ['allowed', 'validFrom', 'validUntil', 'label', 'revokedAt', ...openedTerms] as const;

/** Names the terms of a code as they are now. Uses that people spend do not change it. */
export function versionOf(row: InvitationCodeRow): string {
  const terms = JSON.stringify(changeable.map((term) => row[term]));
  return createHash('sha256').update(terms).digest('base64url').slice(0, 16);
}

/**
 * Changes the terms of one code. Spent uses stay spent: what is left is the new number less the spent ones, at least 0.
 *
 * @param version the terms that the change is based on: with other terms nothing is changed
 */
export function changeTerms(
  db: Kysely<InvitationTables>,
  keys: CodeKeys,
  { id, version }: { id: string; version: string },
  terms: ChangedTerms,
  now: number,
): Promise<TermsChange> {
  return db.transaction().execute(async (trx): Promise<TermsChange> => {
    const known = await trx
      .selectFrom('invitationCode')
      .select('digest')
      .where('id', '=', id)
      .executeTakeFirst();
    if (!known) return { problem: 'missing' };
    await gatherUses(trx, [known.digest]);
    const before = await selectCodes(trx).where('id', '=', id).executeTakeFirstOrThrow();
    if (versionOf(before) !== version) return { problem: 'changedMeanwhile' };
    const { allowed = before.allowed } = terms;
    const spent = before.allowed - before.remaining;
    const after = { ...before, ...terms, remaining: Math.max(0, allowed - spent) };
    const [problem] = problemsOf(codeFromRow(keys, after));
    if (problem) return { problem };
    await trx
      .updateTable('invitationCode')
      .set({ ...terms, remaining: after.remaining })
      .where('id', '=', id)
      .execute();
    await startBudgets(trx, [known.digest]);
    await placeGuests(trx as Kysely<HostTables>, [known.digest], now);
    return { before, after };
  });
}
