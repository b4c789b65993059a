import { parseArgs } from 'node:util';
import type { Command } from '../../../command.ts';
import { selectionFrom } from '../options/selection.ts';
import { changeManual, changeOptions, changeSelected } from './change.ts';

export const codesRestore: Command = {
  manual: {
    name: 'codes restore',
    synopsis: 'CODE | [--batch ID] [--label LABEL] [--kind KIND] [--yes] [--json]',
    summary: 'un-revoke a code, a batch or a label',
    about: `The code works again, if it has uses left and is not expired. A code that is not revoked stays as it is.`,
    options: changeManual,
    failure: 'there is no such code, or something failed',
    example: './foyer codes restore SPRING-2027',
  },

  async run(args, context) {
    const { values, positionals } = parseArgs({ args, options: changeOptions, allowPositionals: true });
    const selection = selectionFrom(positionals, values);
    await changeSelected(context, selection, { act: 'restore' }, { ...values, done: 'restored' });
  },
};
