import { DatabaseSync } from 'node:sqlite';
import { ImportRefused } from './import-file.ts';

/** A row that is one code with others of its file: with which, and how many there are beside the two. */
export type Twin = { row: number; other: number; more: number };

/** Where the rows of a file wait between reading and writing, in the order of the file. */
export type Scratch = Disposable & {
  /** Adds a batch, a JSON array of `ReadRow`. */
  add: (rows: string) => void;
  /** Finds the rows that are one code, once all are there. */
  findTwins: () => void;
  /** The batches, each with its number. */
  batches: () => Generator<{ number: number; rows: string }>;
  /** The twins among some rows, both ends included. */
  twins: (first: number, last: number) => Twin[];
  /** Every row, as JSON, in the order of their digests. */
  byDigest: () => Iterable<string>;
  /** Puts rows in the place of a batch. */
  replace: (number: number, rows: string) => void;
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
    pragma journal_mode = off;
    pragma synchronous = off;
    pragma cache_size = -16000;
    create table batch (number integer primary key, rows text not null);
    create table form (digest text not null, row integer not null);
    create table twin (row integer primary key, other integer not null, more integer not null);
    create table refused (row integer primary key);
    begin;
  `);
  const statements = {
    add: database.prepare('insert into batch (rows) values (?)'),
    addForms: database.prepare(
      `insert into form select value ->> 'digest', value ->> 'row' from json_each(?) where value ->> 'digest' is not null`,
    ),
    next: database.prepare('select number, rows from batch where number > ? order by number limit 1'),
    twins: database.prepare('select row, other, more from twin where row between ? and ?'),
    byDigest: database.prepare(`select value from batch, json_each(batch.rows) order by value ->> 'digest'`),
    replace: database.prepare('update batch set rows = ? where number = ?'),
    refuse: database.prepare('insert into refused values (?)'),
    refused: database.prepare('select row from refused where row > ? order by row limit 1000'),
  };

  return {
    add: (rows) =>
      whileThereIsRoom(() => {
        statements.add.run(rows);
        statements.addForms.run(rows);
      }),
    findTwins: () => whileThereIsRoom(() => database.exec(findTwins)),
    *batches() {
      let batch = statements.next.get(0);
      while (batch) {
        yield batch as { number: number; rows: string };
        batch = statements.next.get(batch.number ?? 0);
      }
    },
    twins: (first, last) => statements.twins.all(first, last) as Twin[],
    *byDigest() {
      for (const { value } of statements.byDigest.iterate()) yield String(value);
    },
    replace: (number, rows) => whileThereIsRoom(() => statements.replace.run(rows, number)),
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

/** Sorts once instead of keeping an index while rows come in any order. */
const findTwins = `
  create index formByDigest on form (digest, row);
  insert into twin
    select row, iif(place = 1, second, first), count - 2
    from (
      select
        row,
        row_number() over inOrder as place,
        first_value(row) over inOrder as first,
        nth_value(row, 2) over wholly as second,
        count(*) over wholly as count
      from form
      where digest in (select digest from form group by digest having count(*) > 1)
      window
        inOrder as (partition by digest order by row),
        wholly as (partition by digest order by row rows between unbounded preceding and unbounded following)
    );
  drop table form;
`;

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
