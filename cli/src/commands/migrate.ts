import { parseArgs } from 'node:util';
import { openDatabase } from '@foyer/database';
import { migrate as bringUpToDate } from '@foyer/database/migrate';
import type { Command } from '../command.ts';
import { asJson } from '../terminal/format.ts';

export const migrate: Command = {
  manual: {
    name: 'migrate',
    synopsis: '[--json]',
    summary: 'create the database, or bring its tables up to date',
    about: `Runs the migrations that have not run yet. Creates the default database when there is none. \`./foyer serve\` does
the same. Make a backup first.`,
    options: [['--json', 'print { "ran": [names] }']],
    failure: 'a migration failed and changed nothing, or the database cannot be reached',
    example: './foyer migrate',
  },

  async run(args, { config, open, print }) {
    const { values } = parseArgs({ args, options: { json: { type: 'boolean', default: false } } });
    const ran = await migrateAt(config().databaseUrl);
    // Create the secret now, so that a later dry run writes nothing.
    await open(async () => {});
    if (values.json) return print(asJson({ ran }));
    print(ran.length === 0 ? 'The database is up to date.' : `Migrated: ${ran.join(', ')}.`);
  },
};

async function migrateAt(databaseUrl: string): Promise<string[]> {
  const database = openDatabase(databaseUrl);
  try {
    return await bringUpToDate(database);
  } finally {
    await database.close();
  }
}
