import { type Kysely, sql } from 'kysely';
import type { Database } from '../open.ts';

/** Counters carry the code's terms, so that no redemption needs a lock on the code's row. */
export function hotCodes(kind: Database['kind']) {
  const time = kind === 'postgres' ? sql`bigint` : sql`integer`;

  return {
    async up(db: Kysely<unknown>) {
      if (kind === 'postgres') await sql`lock table "useCounter" in access exclusive mode`.execute(db);
      await sql`
        update "invitationCode" set "remaining" = "remaining" + (
          select sum("useCounter"."remaining") from "useCounter" where "codeId" = "invitationCode"."id"
        ) where "id" in (select "codeId" from "useCounter")`.execute(db);
      await db.schema.dropTable('useCounter').execute();
      await db.schema
        .createTable('useCounter')
        .addColumn('codeId', 'text', (c) =>
          kind === 'sqlite' ? c.notNull().references('invitationCode.id') : c.notNull(),
        )
        .addColumn('number', 'integer', (c) => c.notNull())
        // Always 1 or more. A check constraint would take a tenth of the time of a redemption.
        .addColumn('remaining', 'integer', (c) => c.notNull())
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('validFrom', time, (c) => c.notNull())
        .addColumn('validUntil', time, (c) => c.notNull())
        .addPrimaryKeyConstraint('useCounterOfCode', ['codeId', 'number'])
        .execute();
      if (kind === 'sqlite') return;
      await sql`alter table "useCounter" set (fillfactor = 10)`.execute(db);
      // A foreign key would lock the code's row at every entry. Codes are never deleted.
      await db.schema.alterTable('entryAttempt').dropConstraint('entryAttempt_codeId_fkey').execute();
      await db.schema.alterTable('redemption').dropConstraint('redemption_codeId_fkey').execute();
    },
  };
}
