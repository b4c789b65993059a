import { parseArgs } from 'node:util';
import { type Code, listCodes } from '@foyer/invitation-codes/codes';
import type { Command } from '../../command.ts';
import { kinds, oneOf } from '../../terminal/option-values.ts';
import { inBlocks, jsonArray, type Write } from '../../terminal/output.ts';
import { codeAsJson, codesTable } from './print-code.ts';

export const codesList: Command = {
  manual: {
    name: 'codes list',
    synopsis: '[--kind login|registration] [--label LABEL] [--json]',
    summary: 'list the codes, newest first',
    about: `Prints every code with its state: usable, used up, expired, not yet valid or revoked. Times are in UTC. Codes
created at the same time are sorted by text, 1,000 per page.`,
    options: [
      ['--kind KIND', 'only codes of this kind, login or registration; default: both'],
      ['--label LABEL', 'only codes with exactly this label; default: all'],
      ['--json', 'print an array of objects'],
    ],
    failure: 'something failed',
    example: './foyer codes list --kind login',
  },

  async run(args, { open, write, now }) {
    const { values } = parseArgs({
      args,
      options: { kind: { type: 'string' }, label: { type: 'string' }, json: { type: 'boolean' } },
    });
    const kind = values.kind === undefined ? undefined : oneOf('--kind', values.kind, kinds);
    await open(({ db, keys }) => {
      const codes = listCodes(db, keys, { kind, label: values.label });
      return values.json ? listAsJson(codes, write) : listInWords(codes, write, now);
    });
  },
};

async function listAsJson(codes: AsyncIterable<Code>, write: Write) {
  const output = inBlocks(write);
  const array = jsonArray(output.write);
  for await (const code of codes) if (!(await array.add(codeAsJson(code)))) return;
  await array.end();
  await output.write('\n');
  await output.end();
}

const rowsPerTable = 1000;

async function listInWords(codes: AsyncIterable<Code>, write: Write, now: number) {
  const table = codesTable(now);
  let waiting: Code[] = [];
  let isEmpty = true;
  for await (const code of codes) {
    waiting.push(code);
    isEmpty = false;
    if (waiting.length < rowsPerTable) continue;
    if (!(await write(`${table(waiting)}\n`))) return;
    waiting = [];
  }
  if (waiting.length > 0) await write(`${table(waiting)}\n`);
  if (isEmpty) await write('No codes found.\n');
}
