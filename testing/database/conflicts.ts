import { sql } from 'kysely';
import type { Database } from '../../database/src/open.ts';

/**
 * Makes PostgreSQL undo the next transactions that write to a table.
 * @param times how many; a sequence counts them, because no rollback takes it back
 */
export async function injectConflicts(
  { db }: Pick<Database, 'db'>,
  {
    table,
    verb,
    code,
    times,
  }: { table: string; verb: 'insert' | 'update' | 'delete'; code: '40001' | '40P01'; times: number },
): Promise<void> {
  await sql`drop sequence if exists conflicts cascade`.execute(db);
  await sql`create sequence conflicts`.execute(db);
  const result = verb === 'delete' ? 'old' : 'new';
  const body = `begin
    if nextval('conflicts') <= ${times} then raise exception 'injected' using errcode = '${code}'; end if;
    return ${result};
  end`;
  await sql`create or replace function conflict() returns trigger language plpgsql as ${sql.lit(body)}`.execute(
    db,
  );
  await sql`create or replace trigger conflict before ${sql.raw(verb)} on ${sql.ref(table)}
    for each row execute function conflict()`.execute(db);
}

/** The number of injected conflicts that occurred, plus writes that passed since. */
export async function conflictsMet({ db }: Pick<Database, 'db'>): Promise<number> {
  const { rows } = await sql<{ count: number }>`select last_value as count from conflicts`.execute(db);
  return rows[0]?.count ?? 0;
}
