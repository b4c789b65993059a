import { codesWithDigests } from '@foyer/invitation-codes/bulk';
import { isPostgres } from '@foyer/invitation-codes/dialect';
import type { InvitationTables } from '@foyer/invitation-codes/tables';
import type { Kysely } from 'kysely';
import type { WaitForTurn } from '../ordered-commit.ts';
import type { ImportOptions } from '../plan/plan.ts';
import { digestOfEncoded } from '../stage/encoded-row.ts';
import type { RowAction } from '../stage/row-actions.ts';
import { mergeRows } from './merge-rows.ts';
import { type ImportOrigin, insertNewCodes, type NewCodes, newCodesFrom } from './new-codes.ts';

export type RowToWrite = { encoded: string; action: RowAction };

/**
 * Creates and changes codes in one transaction. Throws `KindIsFixed`, and writes nothing, when a kind can no longer change.
 * It awaits `waitForTurn` before these rows can make people wait, and before the commit.
 */
export async function writeBatch(
  db: Kysely<InvitationTables>,
  rows: RowToWrite[],
  options: ImportOptions,
  origin: ImportOrigin,
  waitForTurn: WaitForTurn = async () => {},
): Promise<void> {
  // Sorted by digest: rows are neighbours in the index, and two imports at once cannot deadlock.
  const sorted = (wanted: RowAction) =>
    rows.flatMap(({ encoded, action }) => (action === wanted ? [encoded] : [])).sort();
  const changed = sorted('change');
  const newCodes = newCodesFrom(sorted('create'));
  // On SQLite everybody waits for this transaction. On PostgreSQL nobody waits for new codes.
  const isPeopleWaiting = !isPostgres(db);
  if (isPeopleWaiting) await waitForTurn();
  const write = (insert: typeof insertAll) =>
    db.transaction().execute(async (trx) => {
      const taken = newCodes.codes.length > 0 ? await insert(trx, newCodes, origin) : [];
      if (!isPeopleWaiting) await waitForTurn();
      // Last: from here on, people who enter with these codes wait.
      const toMerge = taken.length > 0 ? [...changed, ...taken].sort() : changed;
      if (toMerge.length > 0) await mergeRows(trx, toMerge, options, origin);
    });
  if (isPeopleWaiting) return write(insertUntaken);
  try {
    await write(insertAll);
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    await write(insertUntaken);
  }
}

/** Fails when somebody has created one of the codes since the file was checked. PostgreSQL needs a sixth less time for it. */
async function insertAll(
  db: Kysely<InvitationTables>,
  newCodes: NewCodes,
  origin: ImportOrigin,
): Promise<string[]> {
  await insertNewCodes(db, newCodes, origin).execute();
  return [];
}

function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23505';
}

/** Returns the rows whose code somebody has created since the file was checked. */
async function insertUntaken(
  db: Kysely<InvitationTables>,
  newCodes: NewCodes,
  origin: ImportOrigin,
): Promise<string[]> {
  const { numInsertedOrUpdatedRows } = await insertNewCodes(db, newCodes, origin)
    .onConflict((conflict) => conflict.column('digest').doNothing())
    .executeTakeFirstOrThrow();
  const { codes } = newCodes;
  return numInsertedOrUpdatedRows === BigInt(codes.length) ? [] : takenRows(db, codes);
}

async function takenRows(db: Kysely<InvitationTables>, codes: NewCodes['codes']): Promise<string[]> {
  const digests = codes.map(({ encoded }) => digestOfEncoded(encoded));
  const inserted = new Set((await codesWithDigests(db, digests)).map(({ id }) => id));
  return codes.flatMap(({ id, encoded }) => (inserted.has(id) ? [] : [encoded]));
}
