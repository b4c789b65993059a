import type { DatabaseSync } from 'node:sqlite';
import type { FileRow } from '../validate/file-row.ts';

/** A row with the same code as `other`, and as `more` further rows. */
export type Duplicate = { row: number; other: number; more: number };

export function openDuplicates(database: DatabaseSync) {
  database.exec(`
    create table suspect (digest text, row integer, primary key (digest, row)) without rowid;
    create table duplicate (row integer primary key, other integer not null, more integer not null);
  `);
  const statements = {
    suspect: database.prepare('insert into suspect values (?, ?)'),
    find: database.prepare(find),
    between: database.prepare('select row, other, more from duplicate where row between ? and ?'),
  };
  return {
    suspect(rows: FileRow[]) {
      for (const { digest, row } of rows) statements.suspect.run(digest, row);
    },
    /** In steps, because all rows of the file may be suspected. */
    *find(): Generator<void> {
      for (const firstCharacter of digestCharacters) {
        statements.find.run(firstCharacter, `${firstCharacter}\u{7f}`);
        yield;
      }
    },
    between: (first: number, last: number) => statements.between.all(first, last) as Duplicate[],
  };
}

const digestCharacters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

const find = `
  insert into duplicate
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
