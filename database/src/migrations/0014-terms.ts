import { type Kysely, sql } from 'kysely';
import type { Database } from '../open.ts';

/** What a code opens, in which batch it was made, what a person has used of it, and the places of rooms. */
export function terms(kind: Database['kind']) {
  const time = kind === 'postgres' ? sql`bigint` : sql`integer`;
  const boolean = kind === 'postgres' ? sql`boolean` : sql`integer`;
  const no = kind === 'postgres' ? sql`false` : sql`0`;

  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('batch')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('createdAt', time, (c) => c.notNull())
        .addColumn('createdBy', 'text', (c) => c.notNull())
        .addColumn('label', 'text')
        .addColumn('note', 'text')
        .execute();

      const add = (table: string, column: string, type: 'text' | 'integer' | typeof time) =>
        db.schema.alterTable(table).addColumn(column, type).execute();
      await add('invitationCode', 'assistant', 'text');
      await add('invitationCode', 'messagesPerPerson', 'integer');
      await add('invitationCode', 'messagesPerDay', 'integer');
      await add('invitationCode', 'tokenBudget', time);
      await add('invitationCode', 'minutesPerPerson', 'integer');
      await add('invitationCode', 'peopleAtOnce', 'integer');
      await add('invitationCode', 'language', 'text');
      await add('invitationCode', 'batchId', 'text');
      await db.schema.createIndex('invitationCodeBatch').on('invitationCode').column('batchId').execute();

      const count = (column: string, type: 'integer' | typeof time) =>
        db.schema
          .alterTable('redemption')
          .addColumn(column, type, (c) => c.notNull().defaultTo(0))
          .execute();
      await count('messages', 'integer');
      await count('messagesToday', 'integer');
      await add('redemption', 'day', 'text');
      await count('tokens', time);
      await db.schema
        .alterTable('redemption')
        .addColumn('isEstimated', boolean, (c) => c.notNull().defaultTo(no))
        .execute();

      await add('user', 'endsAt', time);
      await add('user', 'roomId', 'text');
      await sql`create index "userEndsAt" on "user" ("endsAt") where "endsAt" is not null`.execute(db);

      await db.schema
        .createTable('tokenUse')
        .addColumn('codeId', 'text', (c) =>
          c.primaryKey().references('invitationCode.id').onDelete('cascade'),
        )
        .addColumn('tokens', time, (c) => c.notNull())
        .execute();

      await db.schema
        .createTable('place')
        .addColumn('userId', 'text', (c) => c.primaryKey().references('user.id').onDelete('cascade'))
        .addColumn('codeId', 'text', (c) => c.notNull().references('invitationCode.id').onDelete('cascade'))
        .addColumn('aliveUntil', time, (c) => c.notNull())
        .addColumn('waitsUntil', time, (c) => c.notNull())
        .execute();
      await db.schema.createIndex('placeCode').on('place').column('codeId').execute();
    },
  };
}
