import { parseArgs } from 'node:util';
import type { ListedAct } from '@foyer/server/list-acts';
import type { Command } from '../../command.ts';
import { isoTime } from '../../terminal/format.ts';
import { countOf, timeOf } from '../../terminal/option-values.ts';
import { inBlocks, jsonArray } from '../../terminal/output.ts';
import { counted, printable } from '../../terminal/table.ts';

const maxLimit = 1_000_000;

export const auditList: Command = {
  manual: {
    name: 'audit list',
    synopsis:
      '[--act ACT] [--on KIND] [--id ID] [--by WHO] [--from TIME] [--until TIME] [--limit N | --all] [--json]',
    summary: 'show what operators, tokens and commands did',
    about: `The newest first. The log has ids only: emails and labels are looked up while they exist. It never contains the text of
a code, and the database refuses to change or delete what is in it. TIME is ISO 8601, in UTC unless it has a zone.`,
    options: [
      ['--act ACT', 'only this act, like code.revoke or setting.change'],
      [
        '--on KIND',
        'only acts on this kind: code, batch, selection, guest, member, operator, token, setting, installation',
      ],
      ['--id ID', 'only acts on the thing with this id'],
      ['--by WHO', 'only by operator, token or command, or by the id of one'],
      ['--from TIME', 'not before'],
      ['--until TIME', 'not after'],
      ['--limit N', 'how many; default: 100'],
      ['--all', 'all of them'],
      ['--json', 'print an array of objects'],
    ],
    failure: 'something failed',
    example: './foyer audit list --act code.revoke --from 2027-02-01',
  },

  async run(args, { settings, open, write }) {
    const { values } = parseArgs({
      args,
      options: {
        act: { type: 'string' },
        on: { type: 'string' },
        id: { type: 'string' },
        by: { type: 'string' },
        from: { type: 'string' },
        until: { type: 'string' },
        limit: { type: 'string', default: '100' },
        all: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    const { act, on, id, by, from, until } = values;
    const { timeZone } = (await settings()).limits;
    const filter = {
      ...{ act, on, id, by },
      from: from === undefined ? undefined : timeOf('--from', from, 'start', timeZone),
      to: until === undefined ? undefined : timeOf('--until', until, 'end', timeZone),
    };
    const most = values.all ? Number.POSITIVE_INFINITY : countOf('--limit', values.limit, maxLimit);
    const { allActs } = await import('@foyer/server/list-acts');
    await open(async ({ db }) => {
      const output = inBlocks(write);
      const json = jsonArray(output.write);
      let shown = 0;
      for await (const each of allActs(db, filter)) {
        if (shown++ === most) break;
        const isRead = values.json
          ? await json.add({ ...each, at: isoTime(each.at) })
          : await output.write(`${lineOf(each)}\n`);
        if (!isRead) break;
      }
      if (values.json) await json.end();
      if (values.json) await output.write('\n');
      else if (shown === 0) await output.write('Nothing matches.\n');
      await output.end();
    });
  },
};

function lineOf(act: ListedAct): string {
  const { by, byId, byName, on, onId, onName, count, before, after, from } = act;
  const who = by === 'command' ? 'command' : `${by} ${byName ?? byId}`;
  const what = [on, onName ?? onId].filter(Boolean).join(' ');
  const parts = [
    isoTime(act.at),
    `${who}${from === null ? '' : ` (${from})`}`,
    act.act,
    `${what}${count !== null && count > 1 ? ` (${counted(count, 'row')})` : ''}`,
    ...(before === null ? [] : [`before ${JSON.stringify(before)}`]),
    ...(after === null ? [] : [`after ${JSON.stringify(after)}`]),
  ];
  return printable(parts.join('  '));
}
