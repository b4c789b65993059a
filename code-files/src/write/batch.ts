import { codesWithDigests, insertEncodedCodes } from '@foyer/invitation-codes/bulk';
import { isPostgres } from '@foyer/invitation-codes/dialect';
import { newId } from '@foyer/invitation-codes/new-id';
import type { InvitationTables } from '@foyer/invitation-codes/tables';
import type { Kysely } from 'kysely';
import type { WaitForTurn } from '../ordered-commit.ts';
import type { ImportOptions } from '../plan/plan.ts';
import { encodedFields } from '../stage/encoded-row.ts';
import type { RowAction } from '../stage/row-actions.ts';
import { mergeRows } from './write.ts';

/** The line of a good row, and what is to be done with it. */
export type RowToWrite = { line: string; mark: RowAction };

/** The lines of new codes with their ids, and the same as a JSON array. */
type NewCodes = { codes: { id: string; line: string }[]; listed: string };

/**
 * Writes rows in one transaction: makes the new codes, and changes those that exist. Throws `KindIsFixed`, and writes
 * none, when the kind of one can no longer change.
 *
 * @param turn is waited for before anybody has to wait for these rows, and before they are kept
 */
export async function writeBatch(
  db: Kysely<InvitationTables>,
  rows: RowToWrite[],
  options: ImportOptions,
  now: number,
  turn: WaitForTurn = async () => {},
): Promise<void> {
  // A line begins with its digest. In this order neighbours stand side by side in the index, and two imports at once
  // never wait for each other in a circle.
  const linesOf = (wanted: RowAction) =>
    rows.flatMap(({ line, mark }) => (mark === wanted ? [line] : [])).sort();
  const changed = linesOf('change');
  const fresh = newCodesFrom(linesOf('make'));
  // On SQLite everybody waits for a transaction, on PostgreSQL nobody for codes that are new.
  const isWaitedFor = !isPostgres(db);
  if (isWaitedFor) await turn();
  const write = (insert: typeof insertPlainly) =>
    db.transaction().execute(async (trx) => {
      const taken = fresh.codes.length > 0 ? await insert(trx, fresh, now) : [];
      if (!isWaitedFor) await turn();
      // Last: from here on, people who enter by these codes wait.
      const toMerge = taken.length > 0 ? [...changed, ...taken].sort() : changed;
      if (toMerge.length > 0) await mergeRows(trx, toMerge, options, now);
    });
  if (isWaitedFor) return write(insertNew);
  try {
    await write(insertPlainly);
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    await write(insertNew);
  }
}

function newCodesFrom(lines: string[]): NewCodes {
  // The ids are made in the order in which they are kept, so that neighbours are neighbours in their index too.
  const codes = lines.map((line) => ({ id: newId(), line }));
  const listed = codes.map(({ id, line }) => `["${id}",${line.slice(1)}`).join(',');
  return { codes, listed: `[${listed}]` };
}

/** Makes the codes of rows of which none was made since the file was checked. PostgreSQL needs a sixth less for it. */
async function insertPlainly(
  db: Kysely<InvitationTables>,
  { listed }: NewCodes,
  now: number,
): Promise<string[]> {
  await insertion(db, listed, now).execute();
  return [];
}

/** Whether a code is there already: what PostgreSQL calls a unique violation. */
function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23505';
}

/** Makes the codes of rows, and answers the lines of those whose code somebody made since the file was checked. */
async function insertNew(
  db: Kysely<InvitationTables>,
  { codes, listed }: NewCodes,
  now: number,
): Promise<string[]> {
  const { numInsertedOrUpdatedRows } = await insertion(db, listed, now)
    .onConflict((conflict) => conflict.column('digest').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === BigInt(codes.length) ? [] : takenRows(db, codes);
}

function insertion(db: Kysely<InvitationTables>, listed: string, now: number) {
  const shared = { createdAt: now, createdBy: 'import', isGenerated: false, revokedAt: null };
  return insertEncodedCodes(db, listed, ['id', ...encodedFields], shared);
}

async function takenRows(db: Kysely<InvitationTables>, codes: NewCodes['codes']): Promise<string[]> {
  const digests = codes.map(({ line }): string => JSON.parse(line)[0]);
  const kept = new Set((await codesWithDigests(db, digests)).map(({ id }) => id));
  return codes.flatMap(({ id, line }) => (kept.has(id) ? [] : [line]));
}
