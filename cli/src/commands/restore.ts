import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { RestorePlan } from '@foyer/server/backup';
import type { Command } from '../command.ts';
import { WrongUsage } from '../terminal/failure.ts';
import { asJson } from '../terminal/format.ts';
import { counted } from '../terminal/table.ts';

export const restore: Command = {
  manual: {
    name: 'restore',
    synopsis: 'FILE [--dry-run] [--json]',
    summary: 'replace the database with a backup',
    about: `First stop all servers and commands. The command refuses while one runs, and it refuses a file that is not a backup
of Foyer, is newer than this version, or belongs to another secret: put the secret of the backup in its place first.

Everything after the backup is lost: chats, accounts, codes. Uses of codes that were spent after the backup are free
again, and can be spent once more; the command says for how many codes that is so.

SQLite: the present database is kept beside the new one; delete it when everything works. PostgreSQL: the tables of
Foyer are replaced by pg_restore and psql in one transaction, and nothing is kept: make a backup first.`,
    options: [
      ['--dry-run', 'check everything and say what would happen; change nothing'],
      [
        '--json',
        'print { "codes", "redemptions", "freedCodes", "lostCodes", "isRestored", "keptFile" }; freedCodes and\nlostCodes are null when the present database cannot be read',
      ],
    ],
    failure: 'the backup cannot be restored; nothing has changed',
    example: './foyer restore /safe/place/foyer-2027-04-01.backup --dry-run',
  },

  async run(args, { config, print }) {
    const { values, positionals } = parseArgs({
      args,
      options: { 'dry-run': { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const [given, ...more] = positionals;
    if (given === undefined || more.length > 0) throw new WrongUsage('give the file of one backup');
    const file = resolve(given);
    const settings = config();
    const { planRestore, restore: replace } = await import('@foyer/server/backup');
    const plan = await planRestore(settings, file);
    const isRestored = !values['dry-run'];
    const keptFile = isRestored ? await replace(settings, file) : null;
    if (values.json) return print(asJson({ ...plan, isRestored, keptFile }));
    print(`The backup has ${counted(plan.codes, 'code')} and ${counted(plan.redemptions, 'spent use')}.`);
    for (const line of losses(plan)) print(line);
    if (!isRestored) return print('Dry run: nothing has changed.');
    print('The database is restored. Start Foyer.');
    if (keptFile !== null) print(`The former database is kept as ${keptFile}: delete it when all works.`);
  },
};

function losses({ freedCodes, lostCodes }: RestorePlan): string[] {
  if (freedCodes === null || lostCodes === null)
    return ['The present database cannot be read: uses that were spent after the backup are free again.'];
  return [
    `Uses that were spent after the backup are free again: for ${counted(freedCodes, 'code')}.`,
    `Codes that were created after the backup are gone: ${lostCodes.toLocaleString('en')}.`,
  ];
}
