import { type DatabasePlace, newPlace, startPostgres } from '../../testing/database/database.ts';
import type { Result } from './result.ts';

export type Bench = {
  /** A PostgreSQL with durable commits, as by default. */
  postgres: string;
  place: (kind: Kind) => Promise<DatabasePlace & AsyncDisposable>;
  importRows: number;
  /** Codes and users in the largest database. */
  maxCodes: number;
};

export type Kind = (typeof kinds)[number];
export const kinds = ['sqlite', 'postgres'] as const;
export const nameOf = { sqlite: 'SQLite', postgres: 'PostgreSQL' } satisfies Record<Kind, string>;

/** Measures one row of the table: one result, or one for each database. */
export type Row = (bench: Bench) => Promise<Result[]>;

export async function onBoth(measure: (kind: Kind) => Promise<Result | Result[]>): Promise<Result[]> {
  const results: Result[] = [];
  for (const kind of kinds) results.push(...[await measure(kind)].flat());
  return results;
}

export async function openBench(
  options: Pick<Bench, 'importRows' | 'maxCodes'>,
): Promise<Bench & AsyncDisposable> {
  // More memory and fewer checkpoints than by default; commits are durable, as by default.
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
