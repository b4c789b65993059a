import type { Kysely } from 'kysely';

export const codesByAge = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createIndex('invitationCodeByAge')
      .on('invitationCode')
      .columns(['createdAt', 'id'])
      .execute();
  },
};
