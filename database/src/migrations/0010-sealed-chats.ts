import { type Kysely, sql } from 'kysely';
import type { Database } from '../open.ts';

/** Unsealed columns are dropped now if empty, otherwise after sealing their texts, which needs the secret. */
export function sealedChats(kind: Database['kind']) {
  const bytes = kind === 'postgres' ? sql`bytea` : sql`blob`;

  return {
    async up(db: Kysely<unknown>) {
      await db.schema.alterTable('user').addColumn('dataKeys', 'text').execute();
      await db.schema.alterTable('chat').addColumn('sealedTitle', bytes).execute();
      await db.schema.alterTable('chat').addColumn('keyId', 'text').execute();
      await db.schema.alterTable('message').addColumn('sealed', bytes).execute();
      await db.schema.alterTable('message').addColumn('keyId', 'text').execute();
      const { rows } = await sql`select 1 from "chat" limit 1`.execute(db);
      if (rows.length > 0) return;
      await db.schema.alterTable('chat').dropColumn('title').execute();
      await db.schema.alterTable('message').dropColumn('text').execute();
    },
  };
}
