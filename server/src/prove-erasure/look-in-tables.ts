import type { Database } from '@foyer/database';
import { sql, type TableMetadata } from 'kysely';

export type RowsFound = { table: string; rows: number; withMark: number; ofPerson: number };

export type Sought = { mark: string; ids: string[] };

/** Searches all tables of the database, also foreign ones. */
export function lookInTables(
  { db, kind }: Pick<Database, 'db' | 'kind'>,
  { mark, ids }: Sought,
): Promise<RowsFound[]> {
  return db.transaction().execute(async (trx) => {
    // This reads everything and may take longer than a server's time limit.
    if (kind === 'postgres') await sql`set local statement_timeout = 0`.execute(trx);
    const tables = (await trx.introspection.getTables()).filter(({ isView }) => !isView);
    const found: RowsFound[] = [];
    for (const table of tables) {
      const name = table.schema ? sql.id(table.schema, table.name) : sql.id(table.name);
      const { rows } = await sql<Record<'rows' | 'withMark' | 'ofPerson', number>>`
        select count(*) as "rows", count(*) filter (where ${holds(kind, table, [mark])}) as "withMark",
          count(*) filter (where ${holds(kind, table, ids)}) as "ofPerson"
        from ${name}`.execute(trx);
      for (const counts of rows)
        found.push({
          table: table.name,
          rows: Number(counts.rows),
          withMark: Number(counts.withMark),
          ofPerson: Number(counts.ofPerson),
        });
    }
    return found;
  });
}

function holds(kind: Database['kind'], { columns }: TableMetadata, texts: string[]) {
  const conditions = columns.flatMap(({ name, dataType }) =>
    texts.map((text) => isIn(kind, { name, dataType }, text)),
  );
  return sql.join(conditions, sql` or `);
}

function isIn(kind: Database['kind'], { name, dataType }: { name: string; dataType: string }, text: string) {
  const column = sql.id(name);
  if (kind === 'sqlite') return sql`coalesce(instr(cast(${column} as blob), cast(${text} as blob)), 0) > 0`;
  const place =
    dataType === 'bytea'
      ? sql`position(convert_to(${text}::text, 'UTF8') in ${column})`
      : sql`position(${text}::text in ${column}::text)`;
  return sql`coalesce(${place}, 0) > 0`;
}
