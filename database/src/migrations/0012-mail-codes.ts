import { type Kysely, sql } from 'kysely';
import type { Database } from '../open.ts';

export function mailCodes(kind: Database['kind']) {
  const time = kind === 'postgres' ? sql`bigint` : sql`integer`;

  return {
    async up(db: Kysely<unknown>) {
      await db.schema.alterTable('mailProof').addColumn('codeDigest', 'text').execute();
      await db.schema.alterTable('mailProof').addColumn('codeExpiresAt', time).execute();
      await db.schema
        .alterTable('mailProof')
        .addColumn('codeAttempts', 'integer', (c) => c.notNull().defaultTo(0))
        .execute();
      await db.schema.createIndex('mailProofEmail').on('mailProof').column('email').execute();
    },
  };
}
