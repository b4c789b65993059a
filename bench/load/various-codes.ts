import { openDatabase } from '@foyer/database';
import { sql } from 'kysely';

const dayMs = 24 * 60 * 60 * 1000;

/** Gives the codes of a database different times, states, labels, batches and assistants, spread evenly. */
export async function varyCodes(url: string): Promise<void> {
  const { db, kind, close } = openDatabase(url);
  const text = sql`substr("id", 25, 12)`;
  const number =
    kind === 'sqlite'
      ? sql`unicode("digest") * 65537 + unicode(substr("digest", 2)) * 257 + unicode(substr("digest", 3)) + unicode(${text})`
      : sql`abs(hashtext("digest")::bigint)`;
  const one = (of: number) => sql`((${number}) % ${sql.lit(of)})`;
  const now = sql.lit(Date.now());
  await sql`
    update "invitationCode" set
      "createdAt" = ${now} - ${one(9973)} * 60000,
      "validFrom" = ${now} - ${sql.lit(400 * dayMs)},
      "validUntil" = ${now} + (${one(503)} - 100) * ${sql.lit(dayMs)},
      "kind" = case when ${one(5)} = 0 then 'registration' else 'login' end,
      "remaining" = case when ${one(7)} = 0 then 0 else 3 end,
      "label" = case when ${one(3)} = 0 then 'label ' || ${one(53)} end,
      "batchId" = 'B' || ${one(211)},
      "assistant" = case when ${one(11)} = 0 then 'housing' end,
      "revokedAt" = case when ${one(1009)} = 0 then ${now} end`.execute(db);
  await sql`${sql.raw(kind === 'sqlite' ? 'analyze' : 'vacuum analyze "invitationCode"')}`.execute(db);
  await close();
}
