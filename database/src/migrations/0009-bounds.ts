import { type Kysely, sql } from 'kysely';
import type { Database } from '../open.ts';

export function bounds(kind: Database['kind']) {
  const count = kind === 'postgres' ? sql`bigint` : sql`integer`;

  return {
    async up(db: Kysely<unknown>) {
      for (const column of ['chats', 'characters'])
        await db.schema
          .alterTable('user')
          .addColumn(column, count, (c) => c.notNull().defaultTo(0))
          .execute();
      await db.schema
        .alterTable('message')
        .addColumn('characters', 'integer', (c) => c.notNull().defaultTo(0))
        .execute();
      await sql`update "message" set "characters" = length("text")`.execute(db);
      await sql`
        update "user" set
          "chats" = (select count(*) from "chat" where "userId" = "user"."id"),
          "characters" = coalesce((
            select sum("message"."characters") from "message"
            join "chat" on "chat"."id" = "message"."chatId" where "chat"."userId" = "user"."id"
          ), 0)
        where exists (select 1 from "chat" where "userId" = "user"."id")`.execute(db);

      await db.schema
        .createTable('modelCalls')
        .addColumn('day', 'text', (c) => c.primaryKey())
        .addColumn('count', 'integer', (c) => c.notNull())
        .addColumn('told', 'integer', (c) => c.notNull().defaultTo(0))
        .execute();
    },
  };
}
