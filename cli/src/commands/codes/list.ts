import { parseArgs } from 'node:util';
import { type Code, listCodes } from '@foyer/invitation-codes/codes';
import type { Command } from '../../command.ts';
import { inBlocks, jsonArray, type Write } from '../../terminal/output.ts';
import { filterFrom, filterManual, filterOptions, refuseUnknownBatch } from './options/selection.ts';
import { codeAsJson, codesTable } from './output/print-code.ts';

export const codesList: Command = {
  manual: {
    name: 'codes list',
    synopsis: '[--batch ID] [--label LABEL] [--kind login|registration] [--json]',
    summary: 'list the codes, newest first',
    about: `Prints every code with its state: usable, used up, expired, not yet valid or revoked. Times are in UTC. Codes
created at the same time are sorted by text, 1,000 per page.`,
    options: [...filterManual, ['--json', 'print an array of objects']],
    failure: 'something failed',
    example: './foyer codes list --kind login',
  },

  async run(args, { open, write, now }) {
    const { values } = parseArgs({
      args,
      options: { ...filterOptions, json: { type: 'boolean' } },
    });
    const filter = filterFrom(values);
    await open(async ({ db, keys }) => {
      await refuseUnknownBatch({ db }, filter);
      const codes = listCodes(db, keys, filter);
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
