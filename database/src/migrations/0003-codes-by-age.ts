import type { Kysely } from 'kysely';

/** Codes are listed newest first, page by page. */
export const codesByAge = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createIndex('invitationCodeByAge')
      .on('invitationCode')
      .columns(['createdAt', 'id'])
      .execute();
  },
};
