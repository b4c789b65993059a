import { DatabaseSync } from 'node:sqlite';
import { ImportRefused } from '../read/file.ts';
import { openDuplicateFilter } from './duplicate-filter.ts';
import { type Duplicate, openDuplicates } from './duplicates.ts';
import type { EncodedBatch } from './encoded-batch.ts';
import { decodeRows } from './encoded-row.ts';
import { openRowActions, type RowAction } from './row-actions.ts';

export type StagedBatch = Omit<EncodedBatch, 'digestPrefixes'>;

/** Holds the rows of a file between reading and writing. All rows come in the order of the file. */
export type Staging = Disposable & {
  add: (batch: EncodedBatch) => void;
  findDuplicates: () => Generator<void>;
  batches: () => Generator<StagedBatch>;
  duplicates: (first: number, last: number) => Duplicate[];
  setAction: (row: number, action: RowAction) => void;
  rowsToWrite: () => Generator<{ encoded: string; action: RowAction }>;
  reject: (row: number) => void;
  rejected: () => Generator<number>;
};

/**
 * Staging of any size in little memory: a database in a file without a name, for its owner only, which disappears with the
 * process. SQLite creates it in SQLITE_TMPDIR or TMPDIR, else in /var/tmp.
 */
export function openStaging(): Staging {
  const database = new DatabaseSync('');
  const statements = prepare(database);
  const filter = openDuplicateFilter();
  const duplicates = openDuplicates(database);
  const actions = openRowActions();

  return {
    add: ({ digestPrefixes, ...batch }) =>
      explainFullDisk(() => {
        filter.note(digestPrefixes);
        statements.add.run(new Uint8Array(digestPrefixes.buffer), ...columns.map((column) => batch[column]));
      }),
    *findDuplicates() {
      for (
        let number = 1, batch = statements.prefixes.get(1);
        batch;
        batch = statements.prefixes.get(++number)
      ) {
        const suspects = filter.suspects(prefixesOf(batch.digestPrefixes));
        if (suspects.length > 0) {
          const rows = decodeRows(encodedRowsOf(statements.rows.get(number)));
          explainFullDisk(() => duplicates.suspect(suspects.flatMap((index) => rows[index] ?? [])));
        }
        yield;
      }
      yield* duplicates.find();
    },
    *batches() {
      let number = 1;
      for (let batch = statements.batch.get(1); batch; batch = statements.batch.get(++number)) {
        yield batch as StagedBatch;
      }
    },
    duplicates: duplicates.between,
    setAction: actions.set,
    *rowsToWrite() {
      let row = 0;
      let number = 1;
      for (let batch = statements.rows.get(1); batch; batch = statements.rows.get(++number)) {
        for (const encoded of encodedRowsOf(batch)) {
          const action = actions.of(++row);
          if (action !== 'skip') yield { encoded, action };
        }
      }
    },
    reject: (row) => explainFullDisk(() => statements.reject.run(row)),
    *rejected() {
      let page = statements.rejected.all(0);
      while (page.length > 0) {
        for (const { row } of page) yield Number(row);
        page = statements.rejected.all(page.at(-1)?.row ?? 0);
      }
    },
    [Symbol.dispose]: () => database.close(),
  };
}

const columns = [
  'count',
  'valid',
  'earliestStart',
  'latestStart',
  'earliestEnd',
  'latestEnd',
  'namesAssistants',
  'digests',
  'rows',
] as const satisfies (keyof StagedBatch)[];

function prepare(database: DatabaseSync) {
  database.exec(`
    pragma page_size = 16384;
    pragma journal_mode = off;
    pragma synchronous = off;
    pragma cache_size = -16000;
    create table batch (
      number integer primary key, digestPrefixes blob, ${columns.join(', ')}
    );
    create table rejected (row integer primary key);
    begin;
  `);
  return {
    add: database.prepare(
      `insert into batch (digestPrefixes, ${columns.join(', ')}) values (?${', ?'.repeat(columns.length)})`,
    ),
    prefixes: database.prepare('select digestPrefixes from batch where number = ?'),
    rows: database.prepare('select rows from batch where number = ?'),
    batch: database.prepare(`select ${columns.join(', ')} from batch where number = ?`),
    reject: database.prepare('insert into rejected values (?)'),
    rejected: database.prepare('select row from rejected where row > ? order by row limit 1000'),
  };
}

function encodedRowsOf(batch: unknown): string[] {
  return (batch as Pick<StagedBatch, 'rows'>).rows.split('\n');
}

function prefixesOf(blob: unknown): Uint32Array {
  return new Uint32Array(Uint8Array.from(blob as Uint8Array).buffer);
}

function explainFullDisk<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    const isFull = error instanceof Error && 'errcode' in error && error.errcode === 13;
    throw isFull
      ? new ImportRefused('the folder for temporary files is full: set TMPDIR to another one')
      : error;
  }
}
