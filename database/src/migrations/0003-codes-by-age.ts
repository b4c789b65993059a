import type { Kysely } from 'kysely';

/** The way to codes newest first, page by page, however many there are. */
export const codesByAge = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createIndex('invitationCodeByAge')
      .on('invitationCode')
      .columns(['createdAt', 'id'])
      .execute();
  },
};
