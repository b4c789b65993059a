import { codesWith, insertListed, isPostgres } from '@foyer/invitation-codes/bulk';
import { newId } from '@foyer/invitation-codes/new-id';
import type { InvitationTables } from '@foyer/invitation-codes/tables';
import type { Kysely } from 'kysely';
import type { Turn } from '../ordered-commit.ts';
import type { ImportOptions } from '../plan/plan.ts';
import { lineFields } from '../stage/encoded-row.ts';
import type { Mark } from '../stage/row-actions.ts';
import { mergeRows } from './write.ts';

/** The line of a good row, and what is to be done with it. */
export type RowToWrite = { line: string; mark: Mark };

/** The lines of new codes with their ids, and the same as a JSON array. */
type Fresh = { codes: { id: string; line: string }[]; listed: string };

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
  turn: Turn = async () => {},
): Promise<void> {
  // A line begins with its digest. In this order neighbours stand side by side in the index, and two imports at once
  // never wait for each other in a circle.
  const linesOf = (wanted: Mark) => rows.flatMap(({ line, mark }) => (mark === wanted ? [line] : [])).sort();
  const changed = linesOf('change');
  const fresh = freshOf(linesOf('make'));
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
    if (!isOfTaken(error)) throw error;
    await write(insertNew);
  }
}

function freshOf(lines: string[]): Fresh {
  // The ids are made in the order in which they are kept, so that neighbours are neighbours in their index too.
  const codes = lines.map((line) => ({ id: newId(), line }));
  const listed = codes.map(({ id, line }) => `["${id}",${line.slice(1)}`).join(',');
  return { codes, listed: `[${listed}]` };
}

/** Makes the codes of rows of which none was made since the file was checked. PostgreSQL needs a sixth less for it. */
async function insertPlainly(
  db: Kysely<InvitationTables>,
  { listed }: Fresh,
  now: number,
): Promise<string[]> {
  await insertionOf(db, listed, now).execute();
  return [];
}

/** Whether a code is there already: what PostgreSQL calls a unique violation. */
function isOfTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23505';
}

/** Makes the codes of rows, and answers the lines of those whose code somebody made since the file was checked. */
async function insertNew(
  db: Kysely<InvitationTables>,
  { codes, listed }: Fresh,
  now: number,
): Promise<string[]> {
  const { numInsertedOrUpdatedRows } = await insertionOf(db, listed, now)
    .onConflict((conflict) => conflict.column('digest').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === BigInt(codes.length) ? [] : takenOf(db, codes);
}

function insertionOf(db: Kysely<InvitationTables>, listed: string, now: number) {
  const shared = { createdAt: now, createdBy: 'import', isGenerated: false, revokedAt: null };
  return insertListed(db, listed, ['id', ...lineFields], shared);
}

async function takenOf(db: Kysely<InvitationTables>, codes: Fresh['codes']): Promise<string[]> {
  const digests = codes.map(({ line }): string => JSON.parse(line)[0]);
  const kept = new Set((await codesWith(db, digests)).map(({ id }) => id));
  return codes.flatMap(({ id, line }) => (kept.has(id) ? [] : [line]));
}
