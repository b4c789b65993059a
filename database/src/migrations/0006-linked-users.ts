import { type Kysely, sql } from 'kysely';
import type { Database } from '../open.ts';

/** Finds OAuth states by user, so that they can be erased: the id is inside Better Auth's JSON. */
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
          return kind === 'postgres' ? generated.stored() : generated;
        })
        .execute();
      await db.schema.createIndex('verificationUser').on('verification').column('linkedUserId').execute();
    },
  };
}
