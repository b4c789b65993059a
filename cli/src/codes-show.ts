import { parseArgs } from 'node:util';
import { findCode } from '@foyer/invitation-codes/codes';
import type { Command } from './command.ts';
import { onlyArgument } from './option-values.ts';
import { printCode } from './print-code.ts';

export const codesShow: Command = {
  manual: {
    name: 'codes show',
    synopsis: 'CODE [--json]',
    summary: 'show one code, its terms and its link',
    about: `CODE may be written in any form that people may type it in: case, spaces and hyphens of a generated code do not
matter. Put -- before a code that begins with a hyphen.`,
    options: [['--json', 'prints an object']],
    failure: 'there is no such code, or something failed',
    example: './foyer codes show SPRING-2027',
  },

  async run(args, { open, print, now }) {
    const { values, positionals } = parseArgs({
      args,
      options: { json: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const text = onlyArgument('CODE', positionals);
    await open(async ({ db, keys, publicUrl }) => {
      print(printCode(text, await findCode(db, keys, text), { publicUrl, now, json: values.json }));
    });
  },
};
