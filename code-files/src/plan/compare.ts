import { setImmediate as nextTurn } from 'node:timers/promises';
import { codesWithDigestArray } from '@foyer/invitation-codes/bulk';
import type { InvitationTables } from '@foyer/invitation-codes/tables';
import type { Kysely } from 'kysely';
import { decodeRows } from '../stage/encoded-row.ts';
import type { StagedBatch, Staging } from '../stage/staging.ts';
import { codeTextOf, type FileKeys } from '../validate/validate-batch.ts';
import {
  type ImportOptions,
  type ImportTotals,
  noTotals,
  type PlannedBatch,
  type PlannedRow,
  planBatch,
} from './plan.ts';

/** When the first and the last code of a file end, epoch milliseconds. Null without a valid row. */
export type ImportEnds = { earliest: number; latest: number } | null;

type PlanOptions = {
  now: number;
  onPlanned?: (rows: PlannedRow[]) => void | Promise<void>;
  maxNamed?: number;
};

/** Compares staged rows with the existing codes, and stores the action of each row in the staging area. */
export async function compareRows(
  db: Kysely<InvitationTables>,
  { keys, staging, rows: all }: { keys: FileKeys; staging: Staging; rows: number },
  { onPlanned, maxNamed = Number.POSITIVE_INFINITY, ...options }: ImportOptions & PlanOptions,
  onBatch: (rows: number, fraction: number) => void,
): Promise<{ totals: ImportTotals; ends: ImportEnds }> {
  const totals = noTotals();
  const ends = { earliest: Number.MAX_SAFE_INTEGER, latest: Number.MIN_SAFE_INTEGER };
  let named = 0;
  const reportRows = async ({ planned }: PlannedBatch) => {
    const rows = planned.flatMap(({ row, outcome }) => {
      if (!outcome || (outcome.outcome !== 'refused' && named++ >= maxNamed)) return [];
      return [{ row: row.row, code: codeTextOf(keys, row), ...outcome }];
    });
    await onPlanned?.(rows);
  };
  for (const batch of staging.batches()) {
    const plan = await planStagedBatch(
      db,
      { staging, batch, before: totals.rows },
      options,
      named >= maxNamed,
    );
    for (const name of Object.keys(totals) as (keyof ImportTotals)[]) totals[name] += plan.totals[name];
    for (const { row, outcome } of plan.planned) {
      if (outcome?.outcome === 'refused') staging.reject(row.row);
      if (outcome?.outcome !== 'new')
        staging.setAction(row.row, outcome?.outcome === 'changed' ? 'change' : 'skip');
    }
    await reportRows(plan);
    ends.earliest = Math.min(ends.earliest, batch.earliestEnd);
    ends.latest = Math.max(ends.latest, batch.latestEnd);
    onBatch(totals.rows, totals.rows / all);
    // On SQLite nothing else here lets other events run, Ctrl-C included.
    await nextTurn();
  }
  return { totals, ends: ends.earliest > ends.latest ? null : ends };
}

/** Most large files have only new rows. Such a batch is not decoded once enough rows are listed by name. */
async function planStagedBatch(
  db: Kysely<InvitationTables>,
  { staging, batch, before }: { staging: Staging; batch: StagedBatch; before: number },
  options: ImportOptions & Pick<PlanOptions, 'now'>,
  areEnoughNamed: boolean,
): Promise<PlannedBatch> {
  const { count, valid } = batch;
  const isNotYet = batch.earliestStart > options.now;
  const isUsable =
    valid === count && batch.earliestEnd >= options.now && (isNotYet || batch.latestStart <= options.now);
  const duplicates = staging.duplicates(before + 1, before + count);
  const codes = await codesWithDigestArray(db, batch.digests);
  if (areEnoughNamed && isUsable && !batch.namesAssistants && codes.length === 0 && duplicates.length === 0) {
    const notYetValid = isNotYet ? count : 0;
    return { planned: [], totals: { ...noTotals(), rows: count, new: count, notYetValid } };
  }
  return planBatch(db, { rows: decodeRows(batch.rows.split('\n')), codes, duplicates }, options);
}
