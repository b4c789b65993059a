import { type Kysely, sql } from 'kysely';
import type { Database } from '../open.ts';

export function generatedCodes(kind: Database['kind']) {
  const [boolean, no, yes] =
    kind === 'postgres' ? [sql`boolean`, sql`false`, sql`true`] : [sql`integer`, sql`0`, sql`1`];

  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .alterTable('invitationCode')
        .addColumn('isGenerated', boolean, (c) => c.notNull().defaultTo(no))
        .execute();
      await sql`update "invitationCode" set "isGenerated" = ${yes} where "createdBy" = 'start'`.execute(db);
      await sql`
        insert into "setting" ("key", "value")
        select 'defaultEntriesDue', '' where exists (select 1 from "user" where "isGuest" = ${yes})`.execute(
        db,
      );
    },
  };
}
