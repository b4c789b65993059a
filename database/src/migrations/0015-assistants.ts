import type { Kysely } from 'kysely';

/** With which assistant a chat began, and who wrote each reply. Null for what is older, and for the default assistant. */
export const assistants = {
  async up(db: Kysely<unknown>) {
    const add = (table: string, column: string) =>
      db.schema.alterTable(table).addColumn(column, 'text').execute();
    await add('chat', 'assistant');
    await add('message', 'assistant');
    await add('message', 'model');
    await add('message', 'promptDigest');
  },
};
