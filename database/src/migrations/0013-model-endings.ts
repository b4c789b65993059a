import { type Kysely, sql } from 'kysely';
import type { Database } from '../open.ts';

export function modelEndings(kind: Database['kind']) {
  const bytes = kind === 'postgres' ? sql`bytea` : sql`blob`;

  return {
    async up(db: Kysely<unknown>) {
      await db.schema.alterTable('message').addColumn('sealedThoughts', bytes).execute();
      await db.schema.alterTable('message').addColumn('ending', 'text').execute();
      await db.schema.alterTable('message').addColumn('leftOut', 'integer').execute();
      await db.schema.alterTable('chat').addColumn('contextTokens', 'integer').execute();
      await db.schema.alterTable('chat').addColumn('replyTokens', 'integer').execute();
    },
  };
}
