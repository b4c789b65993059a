import type { Kysely } from 'kysely';
import { lineFields } from './import-line.ts';
import type { Mark } from './import-marks.ts';
import type { ImportOptions } from './import-plan.ts';
import { mergeRows } from './import-write.ts';
import { codesWith, insertListed } from './many-codes.ts';
import { newId } from './new-id.ts';
import type { InvitationTables } from './tables.ts';

/** The line of a good row, and what is to be done with it. */
export type RowToWrite = { line: string; mark: Mark };

/** The lines of new codes with their ids, and the same as a JSON array. */
type Fresh = { codes: { id: string; line: string }[]; listed: string };

/**
 * Writes rows in one transaction: makes the new codes, and changes those that exist. Throws `KindIsFixed`, and writes
 * none, when the kind of one can no longer change.
 *
 * @param turn is waited for when the rows are ready and nobody waits for them yet
 */
export async function writeBatch(
  db: Kysely<InvitationTables>,
  rows: RowToWrite[],
  options: ImportOptions,
  now: number,
  turn: () => Promise<void> = async () => {},
): Promise<void> {
  // A line begins with its digest. In this order neighbours stand side by side in the index, and two imports at once
  // never wait for each other in a circle.
  const sorted = rows.toSorted((one, other) => (one.line < other.line ? -1 : 1));
  const fresh = freshOf(sorted.filter(({ mark }) => mark === 'make'));
  await turn();
  await db.transaction().execute(async (trx) => {
    const taken = fresh.codes.length > 0 ? await insertNew(trx, fresh, now) : noLines;
    // Last: from here on, people who enter by these codes wait. In the order of the digests still.
    const toMerge = sorted.filter(({ line, mark }) => mark === 'change' || taken.has(line));
    if (toMerge.length > 0)
      await mergeRows(
        trx,
        toMerge.map(({ line }) => line),
        options,
        now,
      );
  });
}

const noLines: ReadonlySet<string> = new Set();

function freshOf(rows: RowToWrite[]): Fresh {
  // The ids are made in the order in which they are kept, so that neighbours are neighbours in their index too.
  const codes = rows.map(({ line }) => ({ id: newId(), line }));
  const listed = codes.map(({ id, line }) => `["${id}",${line.slice(1)}`).join(',');
  return { codes, listed: `[${listed}]` };
}

/** Makes the codes of rows, and answers those rows whose code somebody made since the file was checked. */
async function insertNew(
  db: Kysely<InvitationTables>,
  { codes, listed }: Fresh,
  now: number,
): Promise<ReadonlySet<string>> {
  const shared = { createdAt: now, createdBy: 'import', revokedAt: null };
  const { numInsertedOrUpdatedRows } = await insertListed(db, listed, ['id', ...lineFields], shared)
    .onConflict((conflict) => conflict.column('digest').doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === BigInt(codes.length)) return noLines;
  return takenOf(db, codes);
}

async function takenOf(db: Kysely<InvitationTables>, codes: Fresh['codes']) {
  const digests = codes.map(({ line }): string => JSON.parse(line)[0]);
  const kept = new Set((await codesWith(db, digests)).map(({ id }) => id));
  return new Set(codes.flatMap(({ id, line }) => (kept.has(id) ? [] : [line])));
}
