import type { Kysely } from 'kysely';
import {
  type ImportOptions,
  type ImportTotals,
  noTotals,
  type PlannedRow,
  planBatch,
} from './import-plan.ts';
import { type ReadKeys, type ReadRow, textOf } from './import-read.ts';
import type { Scratch } from './import-scratch.ts';
import type { InvitationTables } from './tables.ts';

/** Who gets the plan, and how much of it. */
type Reader = {
  onPlanned?: (rows: PlannedRow[]) => void | Promise<void>;
  mostNamed?: number;
};

/**
 * Compares the rows of a scratch with the codes that exist, and tells what importing them does. In the scratch stay
 * those that are to be written, and which are refused.
 *
 * @param onBatch is told how many rows were compared, and what part of all they are
 */
export async function compareRows(
  db: Kysely<InvitationTables>,
  { keys, scratch, rows: all }: { keys: ReadKeys; scratch: Scratch; rows: number },
  { onPlanned, mostNamed = Number.POSITIVE_INFINITY, ...options }: ImportOptions & Reader,
  onBatch: (rows: number, fraction: number) => void,
): Promise<ImportTotals> {
  const totals = noTotals();
  let named = 0;
  for (const { number, rows } of scratch.batches()) {
    const read = JSON.parse(rows) as ReadRow[];
    const twins = scratch.twins(totals.rows + 1, totals.rows + read.length);
    const { planned, toWrite, totals: more } = await planBatch(db, read, twins, options);
    for (const name of Object.keys(totals) as (keyof ImportTotals)[]) totals[name] += more[name];
    for (const { row, outcome } of planned) if (outcome.outcome === 'refused') scratch.refuse(row.row);
    if (toWrite.length < read.length) scratch.replace(number, JSON.stringify(toWrite));

    const toTell = planned.filter(({ outcome }) => outcome.outcome === 'refused' || named++ < mostNamed);
    await onPlanned?.(
      toTell.map(({ row, outcome }) => ({ row: row.row, code: textOf(keys, row), ...outcome })),
    );
    onBatch(totals.rows, totals.rows / all);
  }
  return totals;
}
