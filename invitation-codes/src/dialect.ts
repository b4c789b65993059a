import { type Kysely, PostgresAdapter, type RawBuilder, sql } from 'kysely';
import type { InvitationTables } from './tables.ts';

/** True on PostgreSQL, false on SQLite. */
export function isPostgres(db: Kysely<InvitationTables>): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter;
}

/** The texts of a JSON array, for an `in` condition. Thousands of separate parameters would be slow, and are limited. */
export function jsonTexts(db: Kysely<InvitationTables>, texts: string): RawBuilder<string> {
  return isPostgres(db)
    ? sql<string>`(select json_array_elements_text(${texts}::json))`
    : sql<string>`(select value from json_each(${texts}))`;
}
