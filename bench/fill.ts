import { openDatabase } from '@foyer/database';
import { sql } from 'kysely';

/** Fills a migrated database: codes whose texts nobody knows, and members with a session and a spent use each. */
export async function fill(url: string, { codes, users }: { codes: number; users: number }) {
  const { db, kind, close } = openDatabase(url);
  const random = kind === 'sqlite' ? sql`lower(hex(randomblob(16)))` : sql`md5(random()::text || n::text)`;
  const numbers = (count: number) =>
    sql`(with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < ${sql.lit(count)})
      select n from numbers) as numbered`;
  const [now, at] = [Date.now(), new Date()];
  const time = kind === 'sqlite' ? sql.lit(at.toISOString()) : sql`${sql.lit(at.toISOString())}::timestamptz`;
  const later = kind === 'sqlite' ? sql.lit('2100-01-01T00:00:00.000Z') : sql`'2100-01-01'::timestamptz`;
  const no = kind === 'sqlite' ? sql`0` : sql`false`;

  if (codes > 0)
    await sql`insert into "invitationCode" ("id", "digest", "sealed", "kind", "allowed", "remaining", "validFrom",
        "validUntil", "requirement", "createdAt", "createdBy")
      select 'filled-' || n, ${random}, ${random}, 'login', 5, 5, 0, ${sql.lit(2 * now)}, 'NOT_AVAILABLE', ${sql.lit(now)},
        'import' from ${numbers(codes)}`.execute(db);
  await sql`insert into "redemption" ("id", "codeId", "redeemedAt", "entry")
    select 'filled-' || n, (select "id" from "invitationCode" limit 1), ${sql.lit(now)}, 'password'
    from ${numbers(users)}`.execute(db);
  await sql`insert into "user" ("id", "name", "email", "emailVerified", "createdAt", "updatedAt", "isGuest", "redemptionId")
    select 'filled-' || n, '', n || '@example.org', ${no}, ${time}, ${time}, ${no}, 'filled-' || n
    from ${numbers(users)}`.execute(db);
  await sql`insert into "session" ("id", "userId", "token", "expiresAt", "createdAt", "updatedAt")
    select 'filled-' || n, 'filled-' || n, ${random}, ${later}, ${time}, ${time} from ${numbers(users)}`.execute(
    db,
  );
  // The planner of PostgreSQL knows of the rows only when it has looked. What else it would do about so many new rows in the
  // next minutes is done, too: measured is a database that has been there for a while.
  if (kind === 'postgres')
    for (const settle of ['vacuum analyze', 'checkpoint']) await sql.raw(settle).execute(db);
  await close();
}
