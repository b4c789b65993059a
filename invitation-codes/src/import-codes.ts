import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { type ImportFile, ImportRefused, readImportFile, writeRefusedRows } from './import-file.ts';
import { batchSize, type ImportOptions, type ImportPlan, planImport } from './import-plan.ts';
import { readRow } from './import-row.ts';
import { type CodeKeys, digestOf, seal } from './seal.ts';
import type { InvitationCodeRow, InvitationTables } from './tables.ts';
import type { NewCode } from './terms.ts';

export { ImportRefused } from './import-file.ts';
export type { Change, ImportOptions, ImportPlan, PlannedRow } from './import-plan.ts';
export type { RowProblem } from './import-row.ts';

/** A file that was read, with what importing it does. */
export type CheckedImport = { file: ImportFile; plan: ImportPlan; options: ImportOptions };

type PlacedRow = { row: number; text: string; values: InvitationCodeRow };

/**
 * Reads a whole file of codes and says what importing it does. Writes nothing.
 * Throws `ImportRefused` when the file as a whole cannot be read as codes.
 */
export async function checkImport(
  db: Kysely<InvitationTables>,
  keys: CodeKeys,
  path: string,
  options: ImportOptions = {},
): Promise<CheckedImport> {
  const file = await readImportFile(path);
  return { file, plan: await planImport(db, keys, file.rows, options), options };
}

/**
 * Writes the rows of a checked file that were not refused, in batches: each is one short transaction, so that people
 * keep entering meanwhile. After a crash the same import completes it.
 *
 * Throws `ImportRefused` when the file has changed since it was checked, or when a kind can no longer change because
 * a use was spent meanwhile; the batches before that stay.
 *
 * @param now epoch milliseconds; when the new codes were made
 */
export async function writeImport(
  db: Kysely<InvitationTables>,
  keys: CodeKeys,
  { file, plan, options }: CheckedImport,
  now: number,
): Promise<void> {
  const again = await readImportFile(file.path);
  if (again.digest !== file.digest) {
    throw new ImportRefused(`${file.path} has changed since it was checked: nothing was written`);
  }
  const refused = refusedRows(plan);
  const rows = again.rows.filter(({ row }) => !refused.has(row));
  for (let start = 0; start < rows.length; start += batchSize) {
    const batch = rows.slice(start, start + batchSize).flatMap(({ row, value }) => {
      const result = readRow(value);
      return 'code' in result ? [placeRow(keys, row, result.code, now)] : [];
    });
    const before =
      start === 0 ? 'nothing is written' : `only the rows before row ${batch[0]?.row} are written`;
    await writeBatch(db, batch, { ...options, before });
  }
}

/**
 * Puts the refused rows of a checked file into a file beside it.
 *
 * @returns the name of that file
 */
export async function setRefusedAside({ file, plan }: CheckedImport): Promise<string> {
  const refused = refusedRows(plan);
  return writeRefusedRows(
    file,
    file.rows.filter(({ row }) => refused.has(row)),
  );
}

function refusedRows(plan: ImportPlan): Set<number> {
  return new Set(plan.rows.filter(({ outcome }) => outcome === 'refused').map(({ row }) => row));
}

function placeRow(keys: CodeKeys, row: number, { code: text, ...terms }: NewCode, now: number): PlacedRow {
  const digest = digestOf(keys, text);
  const values = {
    id: randomUUID(),
    digest,
    sealed: seal(keys, text, digest),
    ...terms,
    createdAt: now,
    createdBy: 'import',
    revokedAt: null,
  };
  return { row, text, values };
}

async function writeBatch(
  db: Kysely<InvitationTables>,
  batch: PlacedRow[],
  { before, ...options }: ImportOptions & { before: string },
) {
  // In one order everywhere: two imports at once then never wait for each other in a circle.
  const values = batch.map((row) => row.values).sort((a, b) => (a.digest < b.digest ? -1 : 1));
  await db.transaction().execute(async (trx) => {
    const written = await upsert(trx, values, options);
    const digests = new Set(written.map(({ digest }) => digest));
    const left = batch.find((row) => !digests.has(row.values.digest));
    if (!left) return;
    throw new ImportRefused(
      `row ${left.row}: the kind can no longer change, a use was spent meanwhile; ${before}`,
    );
  });
}

/** Everything is computed from the row as it stands at this moment: people spend uses while the import runs. */
function upsert(db: Kysely<InvitationTables>, values: InvitationCodeRow[], { resetUsage }: ImportOptions) {
  const spent = sql<number>`("invitationCode"."allowed" - "invitationCode"."remaining")`;
  const remaining = sql<number>`case when excluded."allowed" > ${spent} then excluded."allowed" - ${spent} else 0 end`;
  return db
    .insertInto('invitationCode')
    .values(values)
    .onConflict((conflict) =>
      conflict
        .column('digest')
        .doUpdateSet((eb) => ({
          kind: eb.ref('excluded.kind'),
          allowed: eb.ref('excluded.allowed'),
          remaining: resetUsage ? eb.ref('excluded.remaining') : remaining,
          validFrom: eb.ref('excluded.validFrom'),
          validUntil: eb.ref('excluded.validUntil'),
          requirement: eb.ref('excluded.requirement'),
          label: eb.ref('excluded.label'),
        }))
        .where((eb) =>
          eb.or([
            eb('invitationCode.kind', '=', eb.ref('excluded.kind')),
            eb.and([
              eb('invitationCode.remaining', '=', eb.ref('invitationCode.allowed')),
              eb.not(
                eb.exists(
                  eb
                    .selectFrom('redemption')
                    .select('redemption.id')
                    .whereRef('redemption.codeId', '=', 'invitationCode.id'),
                ),
              ),
            ]),
          ]),
        ),
    )
    .returning('digest')
    .execute();
}
