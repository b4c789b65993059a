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

/**
 * Writes rows in one transaction: makes the new codes, and changes those that exist. Throws `KindIsFixed`, and writes
 * none, when the kind of one can no longer change.
 */
export async function writeBatch(
  db: Kysely<InvitationTables>,
  rows: RowToWrite[],
  options: ImportOptions,
  now: number,
): Promise<void> {
  const fresh = rows.filter(({ mark }) => mark === 'make').map(({ line }) => line);
  await db.transaction().execute(async (trx) => {
    const taken = fresh.length > 0 ? await insertNew(trx, fresh, now) : noLines;
    // In the order of the digests still: two imports at once never wait for each other in a circle.
    const toMerge = rows.filter(({ line, mark }) => mark === 'change' || taken.has(line));
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

/** Makes the codes of rows, and answers those rows whose code somebody made since the file was checked. */
async function insertNew(
  db: Kysely<InvitationTables>,
  lines: string[],
  now: number,
): Promise<ReadonlySet<string>> {
  // The ids are made in the order in which they are kept, so that neighbours are neighbours in their index too.
  const codes = lines.map((line) => ({ id: newId(), line }));
  const listed = codes.map(({ id, line }) => `["${id}",${line.slice(1)}`).join(',');
  const shared = { createdAt: now, createdBy: 'import', revokedAt: null };
  const { numInsertedOrUpdatedRows } = await insertListed(db, `[${listed}]`, ['id', ...lineFields], shared)
    .onConflict((conflict) => conflict.column('digest').doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === BigInt(lines.length)) return noLines;
  return takenOf(db, codes);
}

async function takenOf(db: Kysely<InvitationTables>, codes: { id: string; line: string }[]) {
  const digests = codes.map(({ line }): string => JSON.parse(line)[0]);
  const kept = new Set((await codesWith(db, digests)).map(({ id }) => id));
  return new Set(codes.flatMap(({ id, line }) => (kept.has(id) ? [] : [line])));
}
