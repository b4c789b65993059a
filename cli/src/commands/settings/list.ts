import { parseArgs } from 'node:util';
import type { Command } from '../../command.ts';
import { asJson, isoTime, shortTime } from '../../terminal/format.ts';
import { alignTable, printable } from '../../terminal/table.ts';

export const settingsList: Command = {
  manual: {
    name: 'settings list',
    synopsis: '[--changed] [--json]',
    summary: 'show every setting, and where its value comes from',
    about: `A setting comes from the environment (or .env), is stored by an operator, or is the default. Secrets and codes are not
shown, only whether they are set.`,
    options: [
      ['--changed', 'only those that are stored'],
      ['--json', 'print an array of objects'],
    ],
    failure: 'something failed',
    example: './foyer settings list --changed',
  },

  async run(args, { config, open, print }) {
    const { values } = parseArgs({
      args,
      options: { changed: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
    });
    const { listSettings } = await import('@foyer/server/list-settings');
    const { readStored } = await import('@foyer/server/stored-settings');
    const { live } = config();
    const all = await open(async ({ db, keys }) => listSettings(live, await readStored(db, keys)));
    const listed = all.filter(({ changedAt }) => !values.changed || changedAt !== null);
    if (values.json)
      return print(
        asJson(listed.map((each) => ({ ...each, changedAt: each.changedAt && isoTime(each.changedAt) }))),
      );
    const rows = listed.map(({ name, value, from, isSecret, isSet, problem, changedAt }) => {
      const shown = isSecret ? (isSet ? '(set)' : '') : printable(value ?? '');
      const since = changedAt === null ? '' : `changed ${shortTime(changedAt)}`;
      return [name, shown, from, problem === null ? since : `ignored: ${problem}`];
    });
    print(rows.length === 0 ? 'No setting is stored.' : alignTable(rows));
  },
};
