import type { Tables } from '@foyer/database/tables';
import { expressionBuilder, type Insertable, type Kysely, sql } from 'kysely';

type Owned = 'chat' | 'message' | 'messageWindow' | 'reply';

/** Inserts a row; does nothing (instead of failing) when its owner is gone, or is a chat that is deleted. */
export function insertOwned<Table extends Owned>(
  db: Kysely<Tables>,
  table: Table,
  owner: { table: 'user' | 'chat'; id: string },
  row: Insertable<Tables[Table]>,
) {
  const { val } = expressionBuilder();
  const values = Object.entries(row);
  const from = db
    .selectFrom(owner.table)
    .select(values.map(([column, value]) => val(value).as(column)))
    .where('id', '=', owner.id);
  return db
    .insertInto(table)
    .columns(values.map(([column]) => column) as never)
    .expression(owner.table === 'chat' ? from.where(sql.ref('deletedAt'), 'is', null) : from);
}
