import { insertEncodedCodes } from '@foyer/invitation-codes/bulk';
import { newId } from '@foyer/invitation-codes/new-id';
import type { InvitationTables } from '@foyer/invitation-codes/tables';
import type { Kysely } from 'kysely';
import { encodedFields } from '../stage/encoded-row.ts';

/** The time of the import, in epoch milliseconds, and the batch of its new codes. */
export type ImportOrigin = { now: number; batchId: string | null };

export type NewCodes = { codes: { id: string; encoded: string }[]; json: string };

export function newCodesFrom(rows: string[]): NewCodes {
  // Ids in the order of the rows: neighbours are then neighbours in the index of ids too.
  const codes = rows.map((encoded) => ({ id: newId(), encoded }));
  const withIds = codes.map(({ id, encoded }) => `["${id}",${encoded.slice(1)}`).join(',');
  return { codes, json: `[${withIds}]` };
}

/** The caller says what happens on conflict. */
export function insertNewCodes(
  db: Kysely<InvitationTables>,
  { json }: NewCodes,
  { now, batchId }: ImportOrigin,
) {
  const shared = { createdAt: now, createdBy: 'import', isGenerated: false, revokedAt: null, batchId };
  return insertEncodedCodes(db, json, ['id', ...encodedFields], shared);
}
