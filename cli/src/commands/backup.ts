import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Command } from '../command.ts';
import { WrongUsage } from '../terminal/failure.ts';
import { asJson } from '../terminal/format.ts';

export const backup: Command = {
  manual: {
    name: 'backup',
    synopsis: 'FILE [--json]',
    summary: 'write a copy of the database to a new file',
    about: `Writes a consistent copy, also while servers run. On PostgreSQL it runs pg_dump, which must not be older than the
server. The file contains Foyer's tables only, and is readable for its owner only.

The secret is never in it. Without the secret nobody can read the codes and the members' chats in a backup, you
included: keep a copy of the secret, apart from the backups.`,
    options: [['--json', 'print { "file", "bytes", "secret" }: where the secret is']],
    failure: 'the backup could not be written; there is no file then',
    example: './foyer backup /safe/place/foyer-2027-04-01.backup',
  },

  async run(args, { config, open, print }) {
    const { values, positionals } = parseArgs({
      args,
      options: { json: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const [given, ...more] = positionals;
    if (given === undefined || more.length > 0) throw new WrongUsage('give one file to write to');
    const file = resolve(given);
    const settings = config();
    const { secretPlace, writeBackup } = await import('@foyer/server/backup');
    // Opened for its checks: the database is migrated, the secret fits, and no rotation is under way.
    await open(() => writeBackup(settings.databaseUrl, file));
    const { size: bytes } = statSync(file);
    const secret = secretPlace(settings);
    if (values.json) return print(asJson({ file, bytes, secret }));
    print(`Written: ${file} (${Math.ceil(bytes / 1024).toLocaleString('en')} KiB).`);
    print(`The secret is not in it: keep a copy of ${secret}, apart from this file.`);
  },
};
