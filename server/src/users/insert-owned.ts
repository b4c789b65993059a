import type { Tables } from '@foyer/database/tables';
import { expressionBuilder, type Insertable, type Kysely } from 'kysely';

/** The tables whose rows belong to a person or to a chat. */
type Owned = 'chat' | 'message' | 'messageWindow' | 'reply';

/** Inserts a row, unless its owner is gone: then it does nothing, instead of failing. */
export function insertOwned<Table extends Owned>(
  db: Kysely<Tables>,
  table: Table,
  owner: { table: 'user' | 'chat'; id: string },
  row: Insertable<Tables[Table]>,
) {
  const { val } = expressionBuilder();
  const values = Object.entries(row);
  return db
    .insertInto(table)
    .columns(values.map(([column]) => column) as never)
    .expression(
      db
        .selectFrom(owner.table)
        .select(values.map(([column, value]) => val(value).as(column)))
        .where('id', '=', owner.id),
    );
}
