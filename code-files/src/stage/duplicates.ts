import type { DatabaseSync } from 'node:sqlite';
import type { FileRow } from '../read/read-row.ts';

/** A row that is one code with others of its file: with which, and how many there are beside the two. */
export type Duplicate = { row: number; other: number; more: number };

/** Finds which of the suspected rows are one code, however many are suspected: they wait in a database of the scratch. */
export function openDuplicates(database: DatabaseSync) {
  database.exec(`
    create table suspect (digest text, row integer, primary key (digest, row)) without rowid;
    create table twin (row integer primary key, other integer not null, more integer not null);
  `);
  const statements = {
    suspect: database.prepare('insert into suspect values (?, ?)'),
    find: database.prepare(find),
    among: database.prepare('select row, other, more from twin where row between ? and ?'),
  };
  return {
    suspect(rows: FileRow[]) {
      for (const { digest, row } of rows) statements.suspect.run(digest, row);
    },
    /** Step by step: there may be as many as the file has rows. */
    *find(): Generator<void> {
      for (const beginning of beginnings) {
        statements.find.run(beginning, `${beginning}\u{7f}`);
        yield;
      }
    },
    among: (first: number, last: number) => statements.among.all(first, last) as Duplicate[],
  };
}

/** What a digest may begin with. */
const beginnings = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

const find = `
  insert into twin
    select row, iif(place = 1, second, first), count - 2
    from (
      select
        row,
        row_number() over inOrder as place,
        first_value(row) over inOrder as first,
        nth_value(row, 2) over wholly as second,
        count(*) over wholly as count
      from suspect
      where digest between ? and ?
      window
        inOrder as (partition by digest order by row),
        wholly as (partition by digest order by row rows between unbounded preceding and unbounded following)
    )
    where count > 1
`;
