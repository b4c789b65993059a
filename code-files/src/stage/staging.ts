import { DatabaseSync } from 'node:sqlite';
import { ImportRefused } from '../read/file.ts';
import { openSeen } from './duplicate-filter.ts';
import { openTwins, type Twin } from './duplicates.ts';
import type { PackedRows } from './encoded-batch.ts';
import { rowsOf } from './encoded-row.ts';
import { type Mark, openMarks } from './row-actions.ts';

/** A batch as it waits in a scratch. */
export type WaitingRows = Pick<PackedRows, 'count' | 'good' | 'firstEnd' | 'lines' | 'digests'>;

/** Where the rows of a file wait between reading and writing. */
export type Scratch = Disposable & {
  /** Adds a batch, in the order of the file. */
  add: (batch: PackedRows) => void;
  /** Finds the rows that are one code, once all are there, step by step. */
  findTwins: () => Generator<void>;
  /** The batches, in the order of the file. */
  batches: () => Generator<WaitingRows>;
  /** The twins among some rows, both ends included. */
  twins: (first: number, last: number) => Twin[];
  /** Says what is to be done with a row; of which nothing is said, it is made. */
  mark: (row: number, mark: Mark) => void;
  /** The good rows with which something is to be done, in the order of the file. */
  toWrite: () => Generator<{ line: string; mark: Mark }>;
  /** Notes that a row is refused. */
  refuse: (row: number) => void;
  /** The rows that are refused, in the order of the file. */
  refused: () => Generator<number>;
};

/**
 * A scratch of any size in little memory: a database in a file that has no name, for the owner only, and is gone with
 * the process however that ends. SQLite puts it where SQLITE_TMPDIR or TMPDIR says, else in /var/tmp.
 */
export function openScratch(): Scratch {
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
  const seen = openSeen();
  const twins = openTwins(database);
  const marks = openMarks();

  return {
    add: ({ heads, count, good, firstEnd, digests, lines }) =>
      whileThereIsRoom(() => {
        seen.note(heads);
        statements.add.run(new Uint8Array(heads.buffer), count, good, firstEnd, digests, lines);
      }),
    *findTwins() {
      for (let number = 1, batch = statements.heads.get(1); batch; batch = statements.heads.get(++number)) {
        const suspects = seen.suspects(headsOf(batch.heads));
        if (suspects.length > 0) {
          const rows = rowsOf(linesOf(statements.lines.get(number)));
          whileThereIsRoom(() => twins.suspect(suspects.flatMap((index) => rows[index] ?? [])));
        }
        yield;
      }
      yield* twins.find();
    },
    *batches() {
      let number = 1;
      for (let batch = statements.batch.get(1); batch; batch = statements.batch.get(++number)) {
        yield batch as WaitingRows;
      }
    },
    twins: twins.among,
    mark: marks.set,
    *toWrite() {
      let row = 0;
      let number = 1;
      for (let batch = statements.lines.get(1); batch; batch = statements.lines.get(++number)) {
        for (const line of linesOf(batch)) {
          const mark = marks.of(++row);
          if (mark !== 'leave') yield { line, mark };
        }
      }
    },
    refuse: (row) => whileThereIsRoom(() => statements.refuse.run(row)),
    *refused() {
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
  return (batch as Pick<WaitingRows, 'lines'>).lines.split('\n');
}

function headsOf(blob: unknown): Uint32Array {
  return new Uint32Array(Uint8Array.from(blob as Uint8Array).buffer);
}

function whileThereIsRoom<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    const isFull = error instanceof Error && 'errcode' in error && error.errcode === 13;
    throw isFull
      ? new ImportRefused('the folder for temporary files is full: name another by TMPDIR')
      : error;
  }
}
