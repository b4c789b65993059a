import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { baselineImport, sealRows } from '../baselines/import.ts';
import { makeCodes } from '../load/codes.ts';
import { importFile, writeImportFile } from '../load/import-file.ts';
import { type Bench, nameOf, onBoth } from '../measure/bench.ts';
import { rounded } from '../measure/result.ts';

const most = 2;

/** The time of an import compared with the work that every import needs. */
export async function importAtSize(bench: Bench) {
  const rows = bench.importRows;
  const folder = await mkdtemp(join(tmpdir(), 'foyer-import-'));
  // PostgreSQL's own user reads the rows of the limit there.
  await chmod(folder, 0o755);
  const file = join(folder, 'codes.json');
  await writeImportFile(file, rows);
  const sealed = await sealRows({ rows, folder });
  const results = await onBoth(async (kind) => {
    await using ours = await bench.place(kind);
    await using theirs = await bench.place(kind);
    await makeCodes(ours.url, 0);
    await makeCodes(theirs.url, 0);
    const { ms: figure, megabytes } = await importFile(file, ours.url);
    const limit = await baselineImport(theirs.url, sealed);
    const ratio = rounded(figure / limit);
    return {
      work: `import of ${rows} codes, ${nameOf[kind]}`,
      beside: `digests and seals on all cores (once for both databases), then ${kind === 'sqlite' ? 'plain batches' : 'COPY'} of the same rows`,
      figure: `${format(figure, rows)}; ${megabytes} MB resident at the most`,
      limit: format(limit, rows),
      ratio,
      goal: `≤ ${most.toFixed(1)} ×`,
      met: ratio <= most,
    };
  });
  await rm(folder, { recursive: true });
  return results;
}

function format(ms: number, rows: number): string {
  return `${(ms / 1000).toFixed(1)} s (${Math.round((rows / ms) * 1000)} rows/s)`;
}
