import { parseArgs } from 'node:util';
import type { Command } from '../../../command.ts';
import { selectionFrom } from '../options/selection.ts';
import { changeManual, changeOptions, changeSelected } from './change.ts';

export const codesRevoke: Command = {
  manual: {
    name: 'codes revoke',
    synopsis: 'CODE | [--batch ID] [--label LABEL] [--kind KIND] [--yes] [--json]',
    summary: 'stop a code, a batch or a label from working',
    about: `People who entered with it stay. A revoked code stays as it is. \`./foyer codes restore\` un-revokes it.`,
    options: changeManual,
    failure: 'there is no such code, or something failed',
    example: './foyer codes revoke SPRING-2027',
  },

  async run(args, context) {
    const { values, positionals } = parseArgs({ args, options: changeOptions, allowPositionals: true });
    const selection = selectionFrom(positionals, values);
    await changeSelected(
      context,
      selection,
      { act: 'revoke', at: context.now },
      { ...values, done: 'revoked' },
    );
  },
};
