import { parseArgs } from 'node:util';
import { revokeCode } from '@foyer/invitation-codes/codes';
import type { Command } from './command.ts';
import { onlyArgument } from './option-values.ts';
import { printCode } from './print-code.ts';

export const codesRevoke: Command = {
  manual: {
    name: 'codes revoke',
    synopsis: 'CODE [--json]',
    summary: 'end a code: it admits nobody from now on',
    about: `People who are in stay in. A code that is revoked already stays as it is. \`./foyer codes restore\` takes it back.`,
    options: [['--json', 'prints the code as an object']],
    failure: 'there is no such code, or something failed',
    example: './foyer codes revoke SPRING-2027',
  },

  async run(args, { open, print, now }) {
    const { values, positionals } = parseArgs({
      args,
      options: { json: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const text = onlyArgument('CODE', positionals);
    await open(async ({ db, keys, publicUrl }) => {
      const code = await revokeCode(db, keys, text, now);
      print(printCode(text, code, { publicUrl, now, json: values.json }));
    });
  },
};
