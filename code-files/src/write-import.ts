import { setTimeout as wait } from 'node:timers/promises';
import { insertBatch, newBatch } from '@foyer/invitation-codes/batches';
import type { InvitationTables } from '@foyer/invitation-codes/tables';
import { throttleFor } from '@foyer/invitation-codes/throttle';
import type { Kysely } from 'kysely';
import type { CheckedImport } from './check-import.ts';
import { orderedCommit } from './ordered-commit.ts';
import { orderedMap } from './ordered-map.ts';
import type { ImportWatch } from './progress.ts';
import { digestOfFile, fileHasChanged, ImportRefused } from './read/file.ts';
import { openBlocks } from './write/blocks.ts';
import { KindIsFixed } from './write/merge-rows.ts';
import { copyRejectedRows } from './write/rejected-rows.ts';
import { type RowToWrite, writeBatch } from './write/write-batch.ts';

/**
 * Writes the new and changed rows of a checked file in blocks, each in a short transaction, so that people can enter
 * meanwhile. Blocks commit in the order of the file: after a crash its first rows are there, and a second run completes it.
 *
 * Throws `ImportRefused` when the file has changed, when a kind can no longer change because a use was spent meanwhile,
 * or when it is interrupted. Earlier blocks stay.
 */
export async function writeImport(
  db: Kysely<InvitationTables>,
  { path, digest, staging, options, totals }: CheckedImport,
  now: number,
  { onProgress, signal }: ImportWatch = {},
): Promise<void> {
  if ((await digestOfFile(path)) !== digest) throw fileHasChanged(path);
  const all = totals.new + totals.changed;
  const batch = totals.new > 0 ? newBatch({ createdBy: 'import', now }) : null;
  if (batch) await insertBatch(db, batch);
  const origin = { now, batchId: batch?.id ?? null };
  const { gapMs, maxRows } = throttleFor(db);
  const blocks = openBlocks(maxRows);
  let written = 0;
  const soFar = () => (written === 0 ? 'nothing is written' : `${written} of ${all} rows are written`);
  const inOrder = orderedCommit();
  let gap: Promise<unknown> = Promise.resolve();
  const write = (rows: RowToWrite[]) =>
    inOrder(async (waitForTurn) => {
      let startedAt = 0;
      await writeBatch(db, rows, options, origin, async () => {
        await waitForTurn();
        await gap;
        if (signal?.aborted) throw new Interrupted();
        startedAt = performance.now();
      });
      gap = wait(gapMs);
      blocks.adjust(rows.length, performance.now() - startedAt);
      written += rows.length;
      onProgress?.({ step: 'writing', rows: written, fraction: written / all });
    });
  try {
    if (all > 0) for await (const _ of orderedMap(blocks.of(staging.rowsToWrite()), write, 2));
  } catch (error) {
    if (error instanceof KindIsFixed) throw new ImportRefused(`${error.message}; ${soFar()}`);
    if (!(error instanceof Interrupted)) throw error;
    throw new ImportRefused(`interrupted: ${soFar()}; run the same import again to complete it`);
  }
}

/** Throws `ImportRefused` when the original has changed. Returns the new file's name. */
export async function writeRejectedRows(checked: CheckedImport): Promise<string> {
  return copyRejectedRows(checked, checked.staging.rejected());
}

class Interrupted extends Error {}
