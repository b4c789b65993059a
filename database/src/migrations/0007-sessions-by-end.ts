import type { Kysely } from 'kysely';

/** The way to the sessions that are over, past all those of members that are not. */
export const sessionsByEnd = {
  async up(db: Kysely<unknown>) {
    await db.schema.createIndex('sessionExpiresAt').on('session').column('expiresAt').execute();
  },
};
