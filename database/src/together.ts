import { type Kysely, PostgresAdapter, type RawBuilder, sql } from 'kysely';
import type { Tables } from './tables.ts';

/** A statement of Kysely's that returns a row where it did something. */
type Act = { execute: () => Promise<unknown[]> };

/**
 * Runs statements of which none depends on what another one writes, and tells of each whether it did something. On
 * PostgreSQL they are one statement, and one way to the database and back.
 *
 * @param acts of one transaction; null for one that is not needed, which then counts as done
 */
export async function together<Name extends string>(
  trx: Kysely<Tables>,
  acts: Record<Name, Act | null>,
): Promise<Record<Name, boolean>> {
  const needed = Object.entries<Act | null>(acts).filter((entry): entry is [Name, Act] => entry[1] !== null);
  const isPostgres = trx.getExecutor().adapter instanceof PostgresAdapter;
  const done = isPostgres ? await atOnce(trx, needed) : await oneByOne(needed);
  const all = Object.keys(acts).map((name) => [name, done.get(name as Name) ?? true]);
  return Object.fromEntries(all);
}

async function oneByOne<Name>(acts: [Name, Act][]): Promise<Map<Name, boolean>> {
  const done = new Map<Name, boolean>();
  for (const [name, act] of acts) done.set(name, (await act.execute()).length > 0);
  return done;
}

async function atOnce<Name extends string>(
  trx: Kysely<Tables>,
  acts: [Name, Act][],
): Promise<Map<Name, boolean>> {
  const statements = acts.map(([name, act]) => sql`${sql.id(name)} as (${act})`);
  const answers = acts.map(
    ([name]): RawBuilder<unknown> => sql`exists (select from ${sql.id(name)}) as ${sql.id(name)}`,
  );
  const { rows } = await sql<
    Record<Name, boolean>
  >`with ${sql.join(statements)} select ${sql.join(answers)}`.execute(trx);
  return new Map(acts.map(([name]) => [name, rows[0]?.[name] ?? false]));
}
