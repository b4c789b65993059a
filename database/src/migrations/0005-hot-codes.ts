import { type Kysely, sql } from 'kysely';
import type { Database } from '../open.ts';

/** What lets many enter by one code at once: counters that carry the code's terms, and no lock that all of them take. */
export function hotCodes(kind: Database['kind']) {
  const time = kind === 'postgres' ? sql`bigint` : sql`integer`;

  return {
    async up(db: Kysely<unknown>) {
      // Whoever is spending one ends first.
      if (kind === 'postgres') await sql`lock table "useCounter" in access exclusive mode`.execute(db);
      // The uses go back to their codes, whose next redemptions spread them again.
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
        // 1 or more. A check would be put together anew for each redemption, which takes a tenth of its time.
        .addColumn('remaining', 'integer', (c) => c.notNull())
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('validFrom', time, (c) => c.notNull())
        .addColumn('validUntil', time, (c) => c.notNull())
        .addPrimaryKeyConstraint('useCounterOfCode', ['codeId', 'number'])
        .execute();
      if (kind === 'sqlite') return;
      // Few counters on a page, and room on it for each new version of one.
      await sql`alter table "useCounter" set (fillfactor = 10)`.execute(db);
      // A foreign key locks the row that it points at: for a hot code, the same one at each entry. Codes are never deleted.
      await db.schema.alterTable('entryAttempt').dropConstraint('entryAttempt_codeId_fkey').execute();
      await db.schema.alterTable('redemption').dropConstraint('redemption_codeId_fkey').execute();
    },
  };
}
