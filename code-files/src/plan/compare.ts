import { setImmediate as others } from 'node:timers/promises';
import { codesWithDigestArray } from '@foyer/invitation-codes/bulk';
import type { InvitationTables } from '@foyer/invitation-codes/tables';
import type { Kysely } from 'kysely';
import { codeTextOf, type FileKeys } from '../read/read.ts';
import { decodeRows } from '../stage/encoded-row.ts';
import type { StagedBatch, Staging } from '../stage/staging.ts';
import {
  type ImportOptions,
  type ImportTotals,
  noTotals,
  type PlannedBatch,
  type PlannedRow,
  planBatch,
} from './plan.ts';

/** Who gets the plan, how much of it, and the time at which it is made, epoch milliseconds. */
type PlanOptions = {
  now: number;
  onPlanned?: (rows: PlannedRow[]) => void | Promise<void>;
  maxNamed?: number;
};

/**
 * Compares the rows of a scratch with the codes that exist, and tells what importing them does. The scratch learns what
 * is to be done with each row.
 *
 * @param onBatch is told how many rows were compared, and what part of all they are
 */
export async function compareRows(
  db: Kysely<InvitationTables>,
  { keys, scratch, rows: all }: { keys: FileKeys; scratch: Staging; rows: number },
  { onPlanned, maxNamed = Number.POSITIVE_INFINITY, ...options }: ImportOptions & PlanOptions,
  onBatch: (rows: number, fraction: number) => void,
): Promise<ImportTotals> {
  const totals = noTotals();
  let named = 0;
  const nameRows = async ({ planned }: PlannedBatch) => {
    const toTell = planned.flatMap(({ row, outcome }) => {
      if (!outcome || (outcome.outcome !== 'refused' && named++ >= maxNamed)) return [];
      return [{ row: row.row, code: codeTextOf(keys, row), ...outcome }];
    });
    await onPlanned?.(toTell);
  };
  for (const batch of scratch.batches()) {
    const plan = await planStagedBatch(
      db,
      { scratch, batch, before: totals.rows },
      options,
      named >= maxNamed,
    );
    for (const name of Object.keys(totals) as (keyof ImportTotals)[]) totals[name] += plan.totals[name];
    for (const { row, outcome } of plan.planned) {
      if (outcome?.outcome === 'refused') scratch.reject(row.row);
      if (outcome?.outcome !== 'new')
        scratch.setAction(row.row, outcome?.outcome === 'changed' ? 'change' : 'leave');
    }
    await nameRows(plan);
    onBatch(totals.rows, totals.rows / all);
    // On SQLite nothing else here lets anybody in, Ctrl-C among them.
    await others();
  }
  return totals;
}

/**
 * Plans a batch. One whose rows are all new and have not ended, which is what a large file mostly holds, is not taken apart when none of them
 * is to be named.
 *
 * @param before how many rows stand before it
 */
async function planStagedBatch(
  db: Kysely<InvitationTables>,
  { scratch, batch, before }: { scratch: Staging; batch: StagedBatch; before: number },
  options: ImportOptions & Pick<PlanOptions, 'now'>,
  isNamedEnough: boolean,
): Promise<PlannedBatch> {
  const { count, good } = batch;
  const isUsable = good === count && batch.firstEnd >= options.now;
  const twins = scratch.duplicates(before + 1, before + count);
  const codes = await codesWithDigestArray(db, batch.digests);
  if (isNamedEnough && isUsable && codes.length === 0 && twins.length === 0) {
    return { planned: [], totals: { ...noTotals(), rows: count, new: count } };
  }
  return planBatch(db, { rows: decodeRows(batch.lines.split('\n')), codes, twins }, options);
}
