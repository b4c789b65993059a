import { type Kysely, sql } from 'kysely';
import type { Database } from '../open.ts';

/** Lists of codes in every order that is offered, whole, by batch and by label; and what codes brought each day. */
export function listsOfCodes(kind: Database['kind']) {
  const count = kind === 'postgres' ? sql`bigint` : sql`integer`;

  return {
    async up(db: Kysely<unknown>) {
      const index = (name: string, columns: string[]) =>
        db.schema.createIndex(name).on('invitationCode').columns(columns).execute();
      await index('invitationCodeByEnd', ['validUntil', 'id']);
      await db.schema.dropIndex('invitationCodeBatch').execute();
      await index('invitationCodeBatchByAge', ['batchId', 'createdAt', 'id']);
      await index('invitationCodeBatchByEnd', ['batchId', 'validUntil', 'id']);
      const ofLabels = (name: string, time: string) =>
        sql`create index ${sql.ref(name)} on "invitationCode" ("label", ${sql.ref(time)}, "id") where "label" is not null`;
      await ofLabels('invitationCodeLabelByAge', 'createdAt').execute(db);
      await ofLabels('invitationCodeLabelByEnd', 'validUntil').execute(db);
      await sql`create index "invitationCodeRevoked" on "invitationCode" ("createdAt", "id") where "revokedAt" is not null`.execute(
        db,
      );
      await db.schema
        .createTable('useOfDay')
        .addColumn('day', 'text', (c) => c.notNull())
        .addColumn('codeId', 'text', (c) => c.notNull().references('invitationCode.id').onDelete('cascade'))
        .addColumn('messages', count, (c) => c.notNull())
        .addColumn('tokens', count, (c) => c.notNull())
        .addPrimaryKeyConstraint('useOfDayKey', ['day', 'codeId'])
        .execute();
      await db.schema.alterTable('user').addColumn('blockedAt', count).execute();
      await sql`create index "userMembersByAge" on "user" ("createdAt", "id") where not "isGuest"`.execute(
        db,
      );
      await db.schema.dropIndex('redemptionCodeId').execute();
      await db.schema
        .createIndex('redemptionOfCode')
        .on('redemption')
        .columns(['codeId', 'redeemedAt'])
        .execute();
    },
  };
}
