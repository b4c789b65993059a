import { parseArgs } from 'node:util';
import { maxCards } from '@foyer/cards';
import { type Code, type CodeFilter, findCode, listCodes } from '@foyer/invitation-codes/codes';
import type { Command, Installation } from '../../command.ts';
import { Failure, WrongUsage } from '../../terminal/failure.ts';
import { asJson } from '../../terminal/format.ts';
import { printable } from '../../terminal/table.ts';
import { filterFrom, filterManual, filterOptions, refuseUnknownBatch } from './options/selection.ts';
import { writeCardsOf } from './output/print-cards.ts';

const options = {
  ...filterOptions,
  'output-file': { type: 'string' },
  one: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

export const codesPrint: Command = {
  manual: {
    name: 'codes print',
    synopsis: '[CODE…] [--batch ID] [--label LABEL] [--kind KIND] --output-file FILE.pdf [--one] [--json]',
    summary: 'make a PDF with a card for each code',
    about: `Ten cards fit on an A4 page. Print it at 100 %, and cut from mark to mark. A card shows BRAND_NAME and BRAND_LOGO_FILE,
the note of its batch, the QR code of its link, the address and the code to type, how many people it lets in, and until
when, in the code's language or LANGUAGE.`,
    options: [
      ...filterManual,
      ['--output-file FILE', 'a new file that only you can read; required'],
      ['--one', 'one large card on each page, for a wall'],
      ['--json', 'print { "cards", "file" }'],
    ],
    failure: 'there is no such code, a letter has no font, FILE exists already, or something failed',
    example: './foyer codes print --batch K7M4-PQ29 --output-file cards.pdf',
  },

  async run(args, { settings: read, open, print, now }) {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const file = values['output-file'];
    if (file === undefined) throw new WrongUsage('--output-file FILE is missing');
    if (positionals.length > maxCards)
      throw new WrongUsage(`at most ${maxCards} codes can be printed at once`);
    const filter = filterFrom(values);
    const isFiltered = Object.values(filter).some((value) => value !== undefined);
    if (positionals.length === 0 && !isFiltered) throw new WrongUsage('CODE, --batch or --label is missing');
    if (positionals.length > 0 && isFiltered) throw new WrongUsage('use either CODE, or --batch and --label');
    const settings = await read();
    await open(async (installation) => {
      const codes = isFiltered
        ? await codesOfFilter(installation, filter)
        : await codesByText(installation, positionals);
      const form = values.one ? 'single' : 'sheets';
      const written = await writeCardsOf(installation, codes, { settings, file, form, now });
      print(values.json ? asJson({ cards: codes.length, file }) : written);
    });
  },
};

async function codesOfFilter({ db, keys }: Installation, filter: CodeFilter): Promise<Code[]> {
  await refuseUnknownBatch({ db }, filter);
  const codes: Code[] = [];
  for await (const code of listCodes(db, keys, filter)) {
    if (codes.length === maxCards)
      throw new Failure(`more than ${maxCards} codes match: print them by batch or label`);
    codes.push(code);
  }
  if (codes.length === 0) throw new Failure('no code matches');
  return codes;
}

async function codesByText({ db, keys }: Installation, texts: string[]): Promise<Code[]> {
  const codes: Code[] = [];
  for (const text of texts) {
    const code = await findCode(db, keys, text);
    if (!code) throw new Failure(`there is no code ${printable(text)}`);
    codes.push(code);
  }
  return codes;
}
