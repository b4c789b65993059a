import { type DatabasePlace, newPlace, startPostgres } from '../../testing/database/database.ts';
import type { Result } from './result.ts';

/** What the rows share. */
export type Bench = {
  /** A PostgreSQL that keeps what it has committed, as it does by default. */
  postgres: string;
  /** A place for a database, for one row. */
  place: (kind: Kind) => Promise<DatabasePlace & AsyncDisposable>;
  /** How many codes are imported. */
  importRows: number;
  /** How many codes and users the largest database has. */
  maxCodes: number;
};

export type Kind = (typeof kinds)[number];
export const kinds = ['sqlite', 'postgres'] as const;
export const nameOf = { sqlite: 'SQLite', postgres: 'PostgreSQL' } satisfies Record<Kind, string>;

/** Measures one row of the table: one line, or one for each database. */
export type Row = (bench: Bench) => Promise<Result[]>;

/** Measures on both databases, one after the other. */
export async function onBoth(measure: (kind: Kind) => Promise<Result | Result[]>): Promise<Result[]> {
  const results: Result[] = [];
  for (const kind of kinds) results.push(...[await measure(kind)].flat());
  return results;
}

export async function openBench(
  options: Pick<Bench, 'importRows' | 'maxCodes'>,
): Promise<Bench & AsyncDisposable> {
  // More memory and rarer checkpoints than by default; what is committed is on the disk, as by default.
  const postgres = await startPostgres([
    'shared_buffers=512MB',
    'max_wal_size=8GB',
    'checkpoint_timeout=30min',
  ]);
  return {
    ...options,
    postgres: postgres.url,
    place: async (kind) => {
      const { url, remove } = await newPlace(kind, postgres.url);
      return { url, [Symbol.asyncDispose]: remove };
    },
    [Symbol.asyncDispose]: postgres.stop,
  };
}
