import {
  type InsertQueryBuilder,
  type InsertResult,
  type Kysely,
  PostgresAdapter,
  type RawBuilder,
  type SelectQueryBuilder,
  sql,
} from 'kysely';
import type { InvitationCodeRow, InvitationTables } from '../tables.ts';

// Thousands of rows travel as one JSON parameter: parameters of their own are slow, and counted.

/** Whether the database is PostgreSQL; otherwise it is SQLite. */
export function isPostgres(db: Kysely<InvitationTables>): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter;
}

/** How many uses a code has left, in itself and in its counters, as one statement sees them. */
export const usesLeft = sql<number>`"invitationCode"."remaining" + coalesce((
    select sum("useCounter"."remaining") from "useCounter" where "useCounter"."codeId" = "invitationCode"."id"
  ), 0)`;

/** A selection of codes with all uses that they have left: of some of them by a condition. */
export function selectCodes(
  db: Kysely<InvitationTables>,
): SelectQueryBuilder<InvitationTables, 'invitationCode', InvitationCodeRow> {
  const { remaining: _, ...others } = types;
  const names = Object.keys(others) as (keyof typeof others)[];
  return db
    .selectFrom('invitationCode')
    .select(names.map((name) => `invitationCode.${name}` as const))
    .select(usesLeft.as('remaining'));
}

/** The codes with these digests. */
export function codesWithDigests(db: Kysely<InvitationTables>, digests: string[]): Promise<InvitationCodeRow[]> {
  return codesWithDigestArray(db, JSON.stringify(digests));
}

/** The same, of digests that are a JSON array already. */
export function codesWithDigestArray(db: Kysely<InvitationTables>, digests: string): Promise<InvitationCodeRow[]> {
  return selectCodes(db).where('digest', 'in', jsonTexts(db, digests)).execute();
}

/** The texts of a JSON array, for a condition `in`. */
export function jsonTexts(db: Kysely<InvitationTables>, texts: string): RawBuilder<string> {
  return isPostgres(db)
    ? sql<string>`(select json_array_elements_text(${texts}::json))`
    : sql<string>`(select value from json_each(${texts}))`;
}

/** An insertion of codes, in their order, that says nothing yet of conflicts. */
export function insertCodes(
  db: Kysely<InvitationTables>,
  codes: InvitationCodeRow[],
): InsertQueryBuilder<InvitationTables, 'invitationCode', InsertResult> {
  const listed = codes.map((code) => columns.map((column) => code[column]));
  return insertEncodedCodes(db, JSON.stringify(listed), columns, {});
}

/**
 * The same, of codes that are written down already: a JSON array of arrays.
 *
 * @param places which column stands where in each; what comes after them is not looked at
 * @param shared the columns that all of them have in common
 */
export function insertEncodedCodes(
  db: Kysely<InvitationTables>,
  codes: string,
  places: readonly Column[],
  shared: Partial<InvitationCodeRow>,
): InsertQueryBuilder<InvitationTables, 'invitationCode', InsertResult> {
  const common = columns.filter((column) => column in shared);
  const type = (column: Column) => sql.raw(types[column]);
  const rows = isPostgres(db)
    ? sql<InvitationCodeRow>`select ${sql.join([
        ...places.map((column, place) => sql`(code ->> ${sql.lit(place)})::${type(column)}`),
        ...common.map((column) => sql`${shared[column]}::${type(column)}`),
      ])} from jsonb_array_elements(${codes}::jsonb) as code`
    : // Without the limit SQLite makes the text of a row anew for each of its fields, and reads it again; without a
      // condition it takes the conflict's ON for a join's.
      sql<InvitationCodeRow>`select ${sql.join([
        ...places.map((_, place) => sql`code ->> ${sql.lit(place)}`),
        ...common.map((column) => sql`${shared[column]}`),
      ])} from (select value as code from json_each(${codes}) limit -1) where true`;
  return db
    .insertInto('invitationCode')
    .columns([...places, ...common])
    .expression(rows);
}

type Column = keyof InvitationCodeRow;

const types: Record<Column, 'text' | 'integer' | 'bigint' | 'boolean'> = {
  id: 'text',
  digest: 'text',
  sealed: 'text',
  kind: 'text',
  allowed: 'integer',
  remaining: 'integer',
  validFrom: 'bigint',
  validUntil: 'bigint',
  requirement: 'text',
  label: 'text',
  createdAt: 'bigint',
  createdBy: 'text',
  isGenerated: 'boolean',
  revokedAt: 'bigint',
};

const columns = Object.keys(types) as Column[];
