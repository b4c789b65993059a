import {
  type AliasedExpression,
  type InsertQueryBuilder,
  type InsertResult,
  type Kysely,
  type SelectQueryBuilder,
  sql,
} from 'kysely';
import { isPostgres, jsonTexts } from '../dialect.ts';
import type { InvitationCodeRow, InvitationTables } from '../tables.ts';

/** The uses left in a code's row and in its counter shards, as one statement sees them. */
export const usesLeft = sql<number>`"invitationCode"."remaining" + coalesce((
    select sum("useCounter"."remaining") from "useCounter" where "useCounter"."codeId" = "invitationCode"."id"
  ), 0)`;

/** Selects codes with all uses that they have left. The caller adds the condition. `some`: a part of them as a subquery. */
export function selectCodes(
  db: Kysely<InvitationTables>,
  some?: AliasedExpression<InvitationCodeRow, 'invitationCode'>,
): SelectQueryBuilder<InvitationTables, 'invitationCode', InvitationCodeRow> {
  const { remaining: _, ...others } = types;
  const names = Object.keys(others) as (keyof typeof others)[];
  const from = some ? db.selectFrom(some) : db.selectFrom('invitationCode');
  return (from as SelectQueryBuilder<InvitationTables, 'invitationCode', object>)
    .select(names.map((name) => `invitationCode.${name}` as const))
    .select(usesLeft.as('remaining'));
}

export function codesWithDigests(
  db: Kysely<InvitationTables>,
  digests: string[],
): Promise<InvitationCodeRow[]> {
  return codesWithDigestArray(db, JSON.stringify(digests));
}

/** @param digests a JSON array */
export function codesWithDigestArray(
  db: Kysely<InvitationTables>,
  digests: string,
): Promise<InvitationCodeRow[]> {
  return selectCodes(db).where('digest', 'in', jsonTexts(db, digests)).execute();
}

/** Inserts codes in their order. The caller says what happens on conflict. */
export function insertCodes(
  db: Kysely<InvitationTables>,
  codes: InvitationCodeRow[],
): InsertQueryBuilder<InvitationTables, 'invitationCode', InsertResult> {
  const rows = codes.map((code) => columns.map((column) => code[column]));
  return insertEncodedCodes(db, JSON.stringify(rows), columns, {});
}

/**
 * Inserts encoded codes as one JSON parameter: thousands of separate parameters are slow, and their number is limited.
 *
 * @param codes a JSON array of arrays
 * @param places the column of each position; later positions are ignored
 * @param shared the columns with the same value for all codes
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
    : // Without `limit -1` SQLite builds and parses the row's text again for each field. Without `where true` it reads
      // the ON of ON CONFLICT as the ON of a join.
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
  assistant: 'text',
  messagesPerPerson: 'integer',
  messagesPerDay: 'integer',
  tokenBudget: 'bigint',
  minutesPerPerson: 'integer',
  peopleAtOnce: 'integer',
  language: 'text',
  batchId: 'text',
};

const columns = Object.keys(types) as Column[];
