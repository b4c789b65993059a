import { parseArgs } from 'node:util';
import { findCodeWithRedemptions, sumUse } from '@foyer/invitation-codes/codes';
import type { Command } from '../../command.ts';
import { Failure } from '../../terminal/failure.ts';
import { filterManual, filterOptions, refuseUnknownBatch, selectionFrom } from './options/selection.ts';
import { printCode, printSums } from './output/print-code.ts';

const options = { ...filterOptions, json: { type: 'boolean', default: false } } as const;

export const codesShow: Command = {
  manual: {
    name: 'codes show',
    synopsis: 'CODE | [--batch ID] [--label LABEL] [--kind KIND] [--json]',
    summary: 'show one code with its terms, its link and its use, or the sums of a batch or a label',
    about: `Case does not matter in CODE, nor do spaces and hyphens in a generated one. Put -- before a code that starts with a
hyphen. "Redeemed" counts the spent uses, and the guests among them who became members; "people in" the guests who are
in now; "messages" and "tokens" what all people of the code have used. It names nobody.`,
    options: [...filterManual, ['--json', 'print an object']],
    failure: 'there is no such code, or something failed',
    example: './foyer codes show SPRING-2027',
  },

  async run(args, { open, print, now }) {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const { code: text, filter } = selectionFrom(positionals, values);
    await open(async ({ db, keys, publicUrl }) => {
      if (text !== null) {
        const code = await findCodeWithRedemptions(db, keys, text, now);
        return print(printCode(text, code, { publicUrl, now, json: values.json }));
      }
      await refuseUnknownBatch({ db }, filter);
      const sums = await sumUse(db, filter, now);
      if (sums.codes === 0) throw new Failure('no code matches');
      print(printSums(sums, values.json));
    });
  },
};
