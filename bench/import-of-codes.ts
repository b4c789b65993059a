import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { apart } from './import-of-codes-apart.ts';
import { startDurablePostgres } from './import-of-codes-postgres.ts';

/** How long an import took, what it is held against, and the most memory that it had. */
export type ImportMeasured = { seconds: number; limitSeconds: number; peakBytes: number };

/**
 * Imports a file of new codes into an empty database, and beside it does what no import can do without: the same digests
 * and seals on the same cores, and then COPY of the same rows; on SQLite the best plain batch of them.
 *
 * @param url of a database that does not exist yet (SQLite), or is empty and on this machine (PostgreSQL)
 */
export async function measureImport({ rows, url }: { rows: number; url: string }): Promise<ImportMeasured> {
  const folder = await mkdtemp(join(tmpdir(), 'foyer-bench-import-'));
  try {
    const asked = { rows, url, folder };
    await apart('prepare', asked);
    const { seconds, peakBytes } = await apart('import', asked);
    const limit = await apart('limit', asked);
    return { seconds, limitSeconds: limit.seconds, peakBytes };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { rows: { type: 'string', default: '200000' }, database: { type: 'string', default: 'sqlite' } },
  });
  const folder = await mkdtemp(join(tmpdir(), 'foyer-bench-import-'));
  const postgres = values.database === 'postgres' ? await startDurablePostgres() : null;
  const url = postgres?.url ?? `sqlite:${join(folder, 'foyer.db')}`;
  const { seconds, limitSeconds, peakBytes } = await measureImport({ rows: Number(values.rows), url });
  console.log(
    `${values.database}, ${values.rows} rows: ${seconds.toFixed(1)} s beside ${limitSeconds.toFixed(1)} s, ${(seconds / limitSeconds).toFixed(2)} ×, peak ${Math.round(peakBytes / 1e6)} MB`,
  );
  await postgres?.stop();
  await rm(folder, { recursive: true, force: true });
}
