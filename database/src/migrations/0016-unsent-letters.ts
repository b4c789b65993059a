import { type Kysely, sql } from 'kysely';
import type { Database } from '../open.ts';

export function unsentLetters(kind: Database['kind']) {
  const time = kind === 'postgres' ? sql`bigint` : sql`integer`;

  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('unsentLetter')
        .addColumn('userId', 'text', (c) => c.notNull().references('user.id').onDelete('cascade'))
        .addColumn('purpose', 'text', (c) => c.notNull())
        .addColumn('sealed', 'text', (c) => c.notNull())
        .addColumn('tries', 'integer', (c) => c.notNull())
        .addColumn('failedAt', time, (c) => c.notNull())
        .addColumn('nextTryAt', time, (c) => c.notNull())
        .addPrimaryKeyConstraint('unsentLetterKey', ['userId', 'purpose'])
        .execute();
      await db.schema.createIndex('unsentLetterNextTry').on('unsentLetter').column('nextTryAt').execute();
    },
  };
}
