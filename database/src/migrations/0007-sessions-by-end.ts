import type { Kysely } from 'kysely';

export const sessionsByEnd = {
  async up(db: Kysely<unknown>) {
    await db.schema.createIndex('sessionExpiresAt').on('session').column('expiresAt').execute();
  },
};
