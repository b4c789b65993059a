import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCodes } from '../load/codes.ts';
import { importFile, writeImportFile } from '../load/import-file.ts';
import { pacedLoad } from '../load/paced-load.ts';
import { type Bench, nameOf, onBoth } from '../measure/bench.ts';
import { startFoyer } from '../measure/foyer.ts';
import { toldWaits } from '../measure/latencies.ts';
import { rounded } from '../measure/result.ts';

const rows = 200_000;
const everyMs = 50;
/** Shorter than two imports take on two cores; they are then broken off. */
const seconds = 8;
/** On SQLite whoever enters waits for the end of a block, which is to take a quarter of a second. */
const maxMoreMs = { sqlite: 350, postgres: 50 };

/** Whether those who enter feel that files of codes are imported, one after the other. */
export async function entriesWhileImporting(bench: Bench) {
  const folder = await mkdtemp(join(tmpdir(), 'foyer-import-'));
  const files = [0, 1].map((i) => join(folder, `codes-${i}.json`));
  for (const [i, file] of files.entries()) await writeImportFile(file, rows, i * rows);
  const results = await onBoth(async (kind) => {
    await using place = await bench.place(kind);
    const codes = await makeCodes(place.url, 100);
    await using foyer = await startFoyer(place.url);
    const entries = () =>
      pacedLoad({ origin: foyer.origin, wish: { want: 'enter', codes }, everyMs, seconds });
    const over = new AbortController();
    const importAll = async () => {
      for (const file of files) await importFile(file, place.url, over.signal);
    };
    const alone = await entries();
    const [busy] = await Promise.all([
      entries().finally(() => over.abort()),
      importAll().catch(unlessAborted),
    ]);
    return {
      work: `20 entries a second while codes are imported, ${nameOf[kind]}`,
      beside: 'the same with nothing imported',
      figure: toldWaits(busy),
      limit: toldWaits(alone),
      ratio: rounded(busy.p99 / alone.p99),
      goal: `p99 + ≤ ${maxMoreMs[kind]} ms (stated, not set)`,
      met: busy.p99 - alone.p99 <= maxMoreMs[kind],
    };
  });
  await rm(folder, { recursive: true });
  return results;
}

function unlessAborted(error: Error) {
  if (error.name !== 'AbortError') throw error;
}
