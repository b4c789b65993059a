import { setTimeout as wait } from 'node:timers/promises';
import type { CodeKeys } from '@foyer/invitation-codes/seal';
import type { InvitationTables } from '@foyer/invitation-codes/tables';
import { throttleFor } from '@foyer/invitation-codes/throttle';
import type { Kysely } from 'kysely';
import { orderedCommit } from './ordered-commit.ts';
import { orderedMap } from './ordered-map.ts';
import { compareRows } from './plan/compare.ts';
import type { ImportOptions, ImportTotals, PlannedRow } from './plan/plan.ts';
import { digestOfFile, fileHasChanged, ImportRefused } from './read/file.ts';
import { formatOf, type ImportFormat } from './read/format.ts';
import { stageFile } from './read/rows.ts';
import { copyRejectedRows } from './stage/rejected-rows.ts';
import { openStaging, type Staging } from './stage/staging.ts';
import { type RowToWrite, writeBatch } from './write/batch.ts';
import { openBlocks } from './write/blocks.ts';
import { KindIsFixed } from './write/write.ts';

export type { Change, ImportOptions, ImportTotals, PlannedRow } from './plan/plan.ts';
export { ImportRefused } from './read/file.ts';
export { type ImportFormat, importFormats } from './read/format.ts';
export type { RowProblem } from './validate/row.ts';

/** A file that was read and compared, with what importing it does. Its rows wait on the disk until it is disposed of. */
export type CheckedImport = Disposable & {
  path: string;
  format: ImportFormat;
  /** SHA-256 of its bytes. */
  digest: string;
  totals: ImportTotals;
  options: ImportOptions;
  staging: Staging;
};

/** How far an import is. */
export type ImportProgress = {
  step: 'reading' | 'comparing' | 'writing';
  /** Rows of the file so far. */
  rows: number;
  /** How much of the step is done, from 0 to 1. */
  fraction: number;
};

/** What an import tells while it runs, and what ends it early. */
export type ImportWatch = {
  onProgress?: (progress: ImportProgress) => void;
  /** Ends it after the block that is being written, with `ImportRefused`. */
  signal?: AbortSignal;
};

/** How a file is checked. */
export type CheckOptions = ImportOptions &
  ImportWatch & {
    /** Default: what the file's name ends in. */
    format?: ImportFormat;
    /** Gets the plan in the order of the file: every row but the unchanged ones. */
    onPlanned?: (rows: PlannedRow[]) => void | Promise<void>;
    /** Epoch milliseconds. Default: the clock's. */
    now?: number;
    /** How many new and changed rows it gets; the refused ones it gets always. Default: all. */
    maxNamed?: number;
  };

/**
 * Reads a whole file of codes and says what importing it does. Writes nothing.
 * Throws `ImportRefused` when the file as a whole cannot be read as codes.
 */
export async function checkImport(
  db: Kysely<InvitationTables>,
  keys: CodeKeys,
  path: string,
  options: CheckOptions = {},
): Promise<CheckedImport> {
  const { format = formatOf(path), resetUsage = false, now = Date.now() } = options;
  const scratch = openStaging();
  const tell = (step: ImportProgress['step']) => (rows: number, fraction: number) => {
    if (options.signal?.aborted) throw new ImportRefused('interrupted: nothing is written');
    options.onProgress?.({ step, rows, fraction });
  };
  try {
    const { rows, digest } = await stageFile({ keys, path, format, scratch }, tell('reading'));
    const totals = await compareRows(db, { keys, scratch, rows }, { ...options, now }, tell('comparing'));
    const dispose = () => scratch[Symbol.dispose]();
    return {
      path,
      format,
      digest,
      totals,
      options: { resetUsage },
      staging: scratch,
      [Symbol.dispose]: dispose,
    };
  } catch (error) {
    scratch[Symbol.dispose]();
    throw error;
  }
}

/**
 * Writes the rows of a checked file that change something and were not refused, in blocks: each is one short
 * transaction, so that people keep entering meanwhile. They are written in the order of the file: after a crash its
 * first rows are there, and the same import completes it.
 *
 * Throws `ImportRefused` when the file has changed since it was checked, when a kind can no longer change because
 * a use was spent meanwhile, or when it is interrupted; the blocks before that stay.
 *
 * @param now epoch milliseconds; when the new codes were made
 */
export async function writeImport(
  db: Kysely<InvitationTables>,
  { path, digest, staging, options, totals }: CheckedImport,
  now: number,
  { onProgress, signal }: ImportWatch = {},
): Promise<void> {
  if ((await digestOfFile(path)) !== digest) throw fileHasChanged(path);
  const all = totals.new + totals.changed;
  const { gapMs, maxRows } = throttleFor(db);
  const blocks = openBlocks(maxRows);
  let written = 0;
  const soFar = () => (written === 0 ? 'nothing is written' : `${written} of ${all} rows are written`);
  // Two blocks overlap, and none is kept before the one before is: what is written are always the first rows.
  const inTurn = orderedCommit();
  let gap: Promise<unknown> = Promise.resolve();
  const write = (rows: RowToWrite[]) =>
    inTurn(async (turn) => {
      let begun = 0;
      await writeBatch(db, rows, options, now, async () => {
        await turn();
        await gap;
        if (signal?.aborted) throw new Interrupted();
        begun = performance.now();
      });
      gap = wait(gapMs);
      blocks.took(rows.length, performance.now() - begun);
      written += rows.length;
      onProgress?.({ step: 'writing', rows: written, fraction: written / all });
    });
  try {
    if (all > 0) for await (const _ of orderedMap(blocks.of(staging.rowsToWrite()), write, 2));
  } catch (error) {
    if (error instanceof KindIsFixed) throw new ImportRefused(`${error.message}; ${soFar()}`);
    if (!(error instanceof Interrupted)) throw error;
    throw new ImportRefused(`interrupted: ${soFar()}; the same import completes it`);
  }
}

/**
 * Puts the refused rows of a checked file into a file beside it.
 * Throws `ImportRefused` when the file has changed since it was checked.
 *
 * @returns the name of that file
 */
export async function writeRejectedRows(checked: CheckedImport): Promise<string> {
  return copyRejectedRows(checked, checked.staging.rejected());
}

class Interrupted extends Error {}
