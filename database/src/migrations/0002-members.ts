import { type Kysely, sql } from 'kysely';
import type { Database } from '../open.ts';

export function members(kind: Database['kind']) {
  const time = kind === 'postgres' ? sql`bigint` : sql`integer`;

  return {
    async up(db: Kysely<unknown>) {
      await db.schema.alterTable('redemption').addColumn('convertedAt', time).execute();

      await db.schema
        .createTable('mailProof')
        .addColumn('digest', 'text', (c) => c.primaryKey())
        .addColumn('userId', 'text', (c) => c.notNull().references('user.id').onDelete('cascade'))
        .addColumn('purpose', 'text', (c) =>
          c.notNull().check(sql`"purpose" in ('verify', 'change', 'reset')`),
        )
        .addColumn('email', 'text')
        .addColumn('browser', 'text')
        .addColumn('expiresAt', time, (c) => c.notNull())
        .execute();
      await db.schema.createIndex('mailProofUserId').on('mailProof').column('userId').execute();
    },
  };
}
