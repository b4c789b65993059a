import { type Kysely, sql } from 'kysely';
import type { Database } from '../open.ts';

/** Texts that were not sent yet, and chats that can still be taken back after their deletion. */
export function drafts(kind: Database['kind']) {
  const time = kind === 'postgres' ? sql`bigint` : sql`integer`;
  const bytes = kind === 'postgres' ? sql`bytea` : sql`blob`;

  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('draft')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('userId', 'text', (c) => c.notNull().references('user.id').onDelete('cascade'))
        .addColumn('chatId', 'text', (c) => c.references('chat.id').onDelete('cascade'))
        .addColumn('sealed', bytes, (c) => c.notNull())
        .addColumn('keyId', 'text', (c) => c.notNull())
        .addColumn('updatedAt', time, (c) => c.notNull())
        .execute();
      await db.schema.createIndex('draftOfUser').on('draft').column('userId').execute();
      await db.schema.createIndex('draftOfChat').on('draft').column('chatId').execute();
      await db.schema.alterTable('chat').addColumn('deletedAt', time).execute();
      await db.schema.alterTable('chat').addColumn('deletedCharacters', 'integer').execute();
      await db.schema
        .createIndex('chatDeleted')
        .on('chat')
        .column('deletedAt')
        .where(sql.ref('deletedAt'), 'is not', null)
        .execute();
    },
  };
}
