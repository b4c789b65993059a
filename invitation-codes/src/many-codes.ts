import {
  type InsertQueryBuilder,
  type InsertResult,
  type Kysely,
  PostgresAdapter,
  type RawBuilder,
  type SelectQueryBuilder,
  sql,
} from 'kysely';
import type { InvitationCodeRow, InvitationTables } from './tables.ts';

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
export function codesWith(db: Kysely<InvitationTables>, digests: string[]): Promise<InvitationCodeRow[]> {
  return selectCodes(db).where('digest', 'in', listed(db, digests)).execute();
}

/** Any number of texts, for a condition `in`. */
export function listed(db: Kysely<InvitationTables>, texts: string[]): RawBuilder<string> {
  return isPostgres(db)
    ? sql<string>`(select json_array_elements_text(${JSON.stringify(texts)}::json))`
    : sql<string>`(select value from json_each(${JSON.stringify(texts)}))`;
}

/** An insertion of codes, in their order, that says nothing yet of conflicts. */
export function insertCodes(
  db: Kysely<InvitationTables>,
  codes: InvitationCodeRow[],
): InsertQueryBuilder<InvitationTables, 'invitationCode', InsertResult> {
  const json = JSON.stringify(codes);
  const names = sql.join(columns.map((column) => sql.ref(column)));
  const rows = isPostgres(db)
    ? sql<InvitationCodeRow>`select ${names} from json_to_recordset(${json}::json) as row(${sql.join(columns.map((column) => sql`${sql.ref(column)} ${sql.raw(types[column])}`))})`
    : // Without a condition SQLite takes the conflict's ON for a join's.
      sql<InvitationCodeRow>`select ${sql.join(columns.map((column) => sql`value ->> ${sql.lit(column)}`))} from json_each(${json}) where true`;
  return db.insertInto('invitationCode').columns(columns).expression(rows);
}

const types: Record<keyof InvitationCodeRow, 'text' | 'integer' | 'bigint'> = {
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
  revokedAt: 'bigint',
};

const columns = Object.keys(types) as (keyof InvitationCodeRow)[];
