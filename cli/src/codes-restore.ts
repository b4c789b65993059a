import { parseArgs } from 'node:util';
import { restoreCode } from '@foyer/invitation-codes/codes';
import type { Command } from './command.ts';
import { onlyArgument } from './option-values.ts';
import { printCode } from './print-code.ts';

export const codesRestore: Command = {
  manual: {
    name: 'codes restore',
    synopsis: 'CODE [--json]',
    summary: 'take back that a code was revoked',
    about: `The code admits again, as far as its uses and its time let it. A code that is not revoked stays as it is.`,
    options: [['--json', 'prints the code as an object']],
    failure: 'there is no such code, or something failed',
    example: './foyer codes restore SPRING-2027',
  },

  async run(args, { open, print, now }) {
    const { values, positionals } = parseArgs({
      args,
      options: { json: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const text = onlyArgument('CODE', positionals);
    await open(async ({ db, keys, publicUrl }) => {
      const code = await restoreCode(db, keys, text);
      print(printCode(text, code, { publicUrl, now, json: values.json }));
    });
  },
};
