import type { Kysely } from 'kysely';

export const languages = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('user').addColumn('language', 'text').execute();
  },
};
