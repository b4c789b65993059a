import { parseArgs } from 'node:util';
import { listCodes } from '@foyer/invitation-codes/codes';
import type { Command } from './command.ts';
import { oneOf } from './option-values.ts';
import { asJson, codeAsJson, tabulateCodes } from './print-code.ts';

export const codesList: Command = {
  manual: {
    name: 'codes list',
    synopsis: '[--kind login|registration] [--label LABEL] [--json]',
    summary: 'list the codes, newest first',
    about: `Prints every code with its state: usable, used up, expired, not yet valid or revoked. Times are in UTC.`,
    options: [
      ['--kind KIND', 'only codes of this kind, login or registration; default: both'],
      ['--label LABEL', 'only codes with exactly this label; default: all'],
      ['--json', 'prints an array of objects'],
    ],
    failure: 'something failed',
    example: './foyer codes list --kind login',
  },

  async run(args, { open, print, now }) {
    const { values } = parseArgs({
      args,
      options: { kind: { type: 'string' }, label: { type: 'string' }, json: { type: 'boolean' } },
    });
    const kind =
      values.kind === undefined
        ? undefined
        : oneOf('--kind', values.kind, ['login', 'registration'] as const);
    const codes = await open(({ db, keys }) => listCodes(db, keys, { kind, label: values.label }));
    if (values.json) return print(asJson(codes.map(codeAsJson)));
    print(codes.length === 0 ? 'There are no such codes.' : tabulateCodes(codes, now));
  },
};
