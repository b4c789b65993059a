import { type Kysely, sql } from 'kysely';
import type { Database } from '../open.ts';

/** By whom the ways to a provider are erased: who wants a login linked, taken out of the JSON that Better Auth keeps of it. */
export function linkedUsers(kind: Database['kind']) {
  const userId =
    kind === 'postgres'
      ? sql`substring("value" from '"userId":"([^"]*)"')`
      : sql`case when json_valid("value") then json_extract("value", '$.link.userId') end`;

  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .alterTable('verification')
        .addColumn('linkedUserId', 'text', (c) => {
          const generated = c.generatedAlwaysAs(userId);
          // SQLite adds none that is stored, PostgreSQL before 18 none that is not.
          return kind === 'postgres' ? generated.stored() : generated;
        })
        .execute();
      await db.schema.createIndex('verificationUser').on('verification').column('linkedUserId').execute();
    },
  };
}
