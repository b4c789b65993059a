import { type Kysely, sql } from 'kysely';

export const useCounters = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('useCounter')
      .addColumn('codeId', 'text', (c) => c.notNull().references('invitationCode.id'))
      .addColumn('number', 'integer', (c) => c.notNull())
      .addColumn('remaining', 'integer', (c) => c.notNull().check(sql`"remaining" >= 1`))
      .addPrimaryKeyConstraint('useCounterOfCode', ['codeId', 'number'])
      .execute();
  },
};
