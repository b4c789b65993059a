import type { Kysely } from 'kysely';

/** The cleanup finds expired sessions with this index. */
export const sessionsByEnd = {
  async up(db: Kysely<unknown>) {
    await db.schema.createIndex('sessionExpiresAt').on('session').column('expiresAt').execute();
  },
};
