import { DatabaseSync } from 'node:sqlite';
import { ImportRefused } from '../read/file.ts';
import { openDuplicateFilter } from './duplicate-filter.ts';
import { type Duplicate, openDuplicates } from './duplicates.ts';
import type { EncodedBatch } from './encoded-batch.ts';
import { decodeRows } from './encoded-row.ts';
import { openRowActions, type RowAction } from './row-actions.ts';

/** A batch as it waits in a scratch. */
export type StagedBatch = Pick<EncodedBatch, 'count' | 'good' | 'firstEnd' | 'lines' | 'digests'>;

/** Where the rows of a file wait between reading and writing. */
export type Staging = Disposable & {
  /** Adds a batch, in the order of the file. */
  add: (batch: EncodedBatch) => void;
  /** Finds the rows that are one code, once all are there, step by step. */
  findDuplicates: () => Generator<void>;
  /** The batches, in the order of the file. */
  batches: () => Generator<StagedBatch>;
  /** The twins among some rows, both ends included. */
  duplicates: (first: number, last: number) => Duplicate[];
  /** Says what is to be done with a row; of which nothing is said, it is made. */
  setAction: (row: number, mark: RowAction) => void;
  /** The good rows with which something is to be done, in the order of the file. */
  rowsToWrite: () => Generator<{ line: string; mark: RowAction }>;
  /** Notes that a row is refused. */
  reject: (row: number) => void;
  /** The rows that are refused, in the order of the file. */
  rejected: () => Generator<number>;
};

/**
 * A scratch of any size in little memory: a database in a file that has no name, for the owner only, and is gone with
 * the process however that ends. SQLite puts it where SQLITE_TMPDIR or TMPDIR says, else in /var/tmp.
 */
export function openStaging(): Staging {
  const database = new DatabaseSync('');
  database.exec(`
    pragma page_size = 16384;
    pragma journal_mode = off;
    pragma synchronous = off;
    pragma cache_size = -16000;
    create table batch (number integer primary key, heads blob, count integer, good integer, firstEnd integer, digests text, lines text);
    create table refused (row integer primary key);
    begin;
  `);
  const statements = {
    add: database.prepare(
      'insert into batch (heads, count, good, firstEnd, digests, lines) values (?, ?, ?, ?, ?, ?)',
    ),
    heads: database.prepare('select heads from batch where number = ?'),
    lines: database.prepare('select lines from batch where number = ?'),
    batch: database.prepare('select count, good, firstEnd, digests, lines from batch where number = ?'),
    refuse: database.prepare('insert into refused values (?)'),
    refused: database.prepare('select row from refused where row > ? order by row limit 1000'),
  };
  const seen = openDuplicateFilter();
  const twins = openDuplicates(database);
  const marks = openRowActions();

  return {
    add: ({ heads, count, good, firstEnd, digests, lines }) =>
      explainFullDisk(() => {
        seen.note(heads);
        statements.add.run(new Uint8Array(heads.buffer), count, good, firstEnd, digests, lines);
      }),
    *findDuplicates() {
      for (let number = 1, batch = statements.heads.get(1); batch; batch = statements.heads.get(++number)) {
        const suspects = seen.suspects(headsOf(batch.heads));
        if (suspects.length > 0) {
          const rows = decodeRows(linesOf(statements.lines.get(number)));
          explainFullDisk(() => twins.suspect(suspects.flatMap((index) => rows[index] ?? [])));
        }
        yield;
      }
      yield* twins.find();
    },
    *batches() {
      let number = 1;
      for (let batch = statements.batch.get(1); batch; batch = statements.batch.get(++number)) {
        yield batch as StagedBatch;
      }
    },
    duplicates: twins.among,
    setAction: marks.set,
    *rowsToWrite() {
      let row = 0;
      let number = 1;
      for (let batch = statements.lines.get(1); batch; batch = statements.lines.get(++number)) {
        for (const line of linesOf(batch)) {
          const mark = marks.of(++row);
          if (mark !== 'leave') yield { line, mark };
        }
      }
    },
    reject: (row) => explainFullDisk(() => statements.refuse.run(row)),
    *rejected() {
      let page = statements.refused.all(0);
      while (page.length > 0) {
        for (const { row } of page) yield Number(row);
        page = statements.refused.all(page.at(-1)?.row ?? 0);
      }
    },
    [Symbol.dispose]: () => database.close(),
  };
}

function linesOf(batch: unknown): string[] {
  return (batch as Pick<StagedBatch, 'lines'>).lines.split('\n');
}

function headsOf(blob: unknown): Uint32Array {
  return new Uint32Array(Uint8Array.from(blob as Uint8Array).buffer);
}

function explainFullDisk<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    const isFull = error instanceof Error && 'errcode' in error && error.errcode === 13;
    throw isFull
      ? new ImportRefused('the folder for temporary files is full: name another by TMPDIR')
      : error;
  }
}
