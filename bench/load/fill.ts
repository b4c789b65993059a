import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';

type Counts = { codes: number; users: number };

/** Fills a migrated database with codes, and with members that have a session and a redemption each. */
export async function fill(url: string, counts: Counts) {
  if (url.startsWith('sqlite:')) fillSqlite(url.slice('sqlite:'.length), counts);
  else await fillPostgres(url, counts);
}

function fillSqlite(file: string, counts: Counts) {
  const db = new DatabaseSync(file, { enableForeignKeyConstraints: false });
  db.exec('pragma synchronous = off; pragma cache_size = -500000; begin');
  const expressions = { random: 'lower(hex(randomblob(16)))', now: "strftime('%FT%TZ', 'now')" };
  for (const statement of statements(counts, expressions)) db.exec(statement);
  db.exec('commit');
  db.close();
}

async function fillPostgres(url: string, counts: Counts) {
  const pool = new pg.Pool({
    connectionString: url,
    // No need to check foreign keys: they come from the same numbers.
    options: '-c session_replication_role=replica -c synchronous_commit=off',
  });
  const expressions = { random: 'md5(random()::text || n)', now: 'now()' };
  await Promise.all(statements(counts, expressions).map((statement) => pool.query(statement)));
  // Updates the planner's statistics and does pending maintenance, so that we measure a database that has existed for a
  // while.
  for (const settle of ['vacuum analyze', 'checkpoint']) await pool.query(settle);
  await pool.end();
}

function statements({ codes, users }: Counts, { random, now }: { random: string; now: string }): string[] {
  // Of equal length, so that ids grow with time like those of imported codes.
  const first = 10_000_000;
  const numbers = (count: number) =>
    `(with recursive numbers (n) as (select ${first} union all select n + 1 from numbers where n < ${first + count - 1})
      select n from numbers where n < ${first + count}) as numbered`;
  const ms = Date.now();
  return [
    `insert into "invitationCode" ("id", "digest", "sealed", "kind", "allowed", "remaining", "validFrom", "validUntil",
        "requirement", "createdAt", "createdBy")
      select 'filled-' || n, ${random}, ${random}, 'login', 5, 5, 0, ${2 * ms}, 'NOT_AVAILABLE', ${ms}, 'import'
      from ${numbers(codes)}`,
    `insert into "redemption" ("id", "codeId", "redeemedAt", "entry")
      select 'filled-' || n, (select "id" from "invitationCode" limit 1), ${ms}, 'password' from ${numbers(users)}`,
    `insert into "user" ("id", "name", "email", "emailVerified", "createdAt", "updatedAt", "isGuest", "redemptionId")
      select 'filled-' || n, '', n || '@example.org', false, ${now}, ${now}, false, 'filled-' || n from ${numbers(users)}`,
    `insert into "session" ("id", "userId", "token", "expiresAt", "createdAt", "updatedAt")
      select 'filled-' || n, 'filled-' || n, ${random}, '2100-01-01T00:00:00.000Z', ${now}, ${now} from ${numbers(users)}`,
  ];
}
