import { parseArgs } from 'node:util';
import { type Card, CardRefused, type House, maxCards, printCards } from '@foyer/cards';
import { type Code, type CodeFilter, findCode, listBatches, listCodes } from '@foyer/invitation-codes/codes';
import type { Config } from '@foyer/server/config';
import type { Command, Installation } from '../../command.ts';
import { Failure, WrongUsage } from '../../terminal/failure.ts';
import { timeInWords } from '../../terminal/format.ts';
import { interruptible } from '../../terminal/interrupt.ts';
import { counted, printable } from '../../terminal/table.ts';
import { filterFrom, filterManual, filterOptions, refuseUnknownBatch } from './options/selection.ts';
import { linkOf } from './output/print-code.ts';

const options = {
  ...filterOptions,
  'output-file': { type: 'string' },
  one: { type: 'boolean', default: false },
} as const;

export const codesPrint: Command = {
  manual: {
    name: 'codes print',
    synopsis: '[CODE…] [--batch ID] [--label LABEL] [--kind KIND] --output-file FILE.pdf [--one]',
    summary: 'make a PDF with a card for each code',
    about: `Ten cards fit on an A4 page. Print it at 100 %, and cut from mark to mark. A card shows BRAND_NAME and BRAND_LOGO_FILE,
the note of its batch, the QR code of its link, the address and the code to type, how many people it lets in, and until
when, in the code's language or LANGUAGE.`,
    options: [
      ...filterManual,
      ['--output-file FILE', 'a new file that only you can read; required'],
      ['--one', 'one large card on each page, for a wall'],
    ],
    failure: 'there is no such code, a letter has no font, FILE exists already, or something failed',
    example: './foyer codes print --batch K7M4-PQ29 --output-file cards.pdf',
  },

  async run(args, { config, open, print, now }) {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const file = values['output-file'];
    if (file === undefined) throw new WrongUsage('--output-file FILE is missing');
    if (positionals.length > maxCards)
      throw new WrongUsage(`at most ${maxCards} codes can be printed at once`);
    const filter = filterFrom(values);
    const isFiltered = Object.values(filter).some((value) => value !== undefined);
    if (positionals.length === 0 && !isFiltered) throw new WrongUsage('CODE, --batch or --label is missing');
    if (positionals.length > 0 && isFiltered) throw new WrongUsage('use either CODE, or --batch and --label');
    const settings = config();
    await open(async (installation) => {
      const codes = isFiltered
        ? await codesOfFilter(installation, filter)
        : await codesByText(installation, positionals);
      for (const warning of warningsOf(codes, settings, now)) process.stderr.write(`foyer: ${warning}\n`);
      const cards = await cardsOf(installation, codes, await assistantNames(codes, settings));
      const form = values.one ? 'single' : 'sheets';
      const input = { file, cards, house: houseOf(settings), form } as const;
      await interruptible((signal) => printCards(input, signal)).catch(explainRefusal);
      print(`Wrote ${counted(cards.length, 'card')} to ${file}. ${endsInWords(codes, settings)}`);
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

/** The names of the assistants by their ids. One whose file is gone or has a mistake is missing. */
async function assistantNames(codes: Code[], settings: Config): Promise<Map<string, string>> {
  if (codes.every(({ assistant }) => assistant === null)) return new Map();
  const { surveyAssistants } = await import('@foyer/server/survey-assistants');
  const files = (await surveyAssistants(settings)) ?? [];
  return new Map(files.flatMap(({ id, assistant }) => (id && assistant ? [[id, assistant.name]] : [])));
}

async function cardsOf(
  { db, publicUrl }: Installation,
  codes: Code[],
  names: Map<string, string>,
): Promise<Card[]> {
  const notes = new Map((await listBatches(db)).map(({ id, note }) => [id, note]));
  return codes.map(({ code, kind, allowed, validUntil, language, assistant, batchId }) => ({
    ...{ code, kind, allowed, validUntil, language },
    assistant: assistant === null ? null : (names.get(assistant) ?? assistant),
    link: linkOf({ code, kind }, publicUrl),
    note: (batchId === null ? null : notes.get(batchId)) ?? null,
  }));
}

function houseOf({ brand, publicUrl, language, limits: { timeZone } }: Config): House {
  return { ...brand, publicUrl, language, timeZone };
}

function warningsOf(
  codes: Code[],
  { isPublic, publicUrl, limits: { timeZone } }: Config,
  now: number,
): string[] {
  const dead = codes.filter(({ revokedAt, validUntil, remaining }) => {
    return revokedAt !== null || validUntil < now || remaining === 0;
  }).length;
  const starts = codes.map(({ validFrom }) => validFrom).filter((start) => start > now);
  return [
    ...(isPublic ? [] : [`nobody else can open ${publicUrl}: set PUBLIC_URL before you hand out cards`]),
    ...(dead > 0 ? [`expired, revoked or used up: ${dead}; nobody can enter with them`] : []),
    ...(starts.length > 0
      ? [`not valid yet: ${starts.length}, the first until ${timeInWords(Math.min(...starts), timeZone)}`]
      : []),
  ];
}

function endsInWords(codes: Code[], { limits: { timeZone } }: Config): string {
  const ends = codes.map(({ validUntil }) => validUntil);
  const first = timeInWords(Math.min(...ends), timeZone);
  const last = timeInWords(Math.max(...ends), timeZone);
  return first === last
    ? `Valid until ${first}.`
    : `Valid until ${first} at the earliest, ${last} at the latest.`;
}

function explainRefusal(error: unknown): never {
  if (error instanceof CardRefused) throw new Failure(error.message);
  if (error instanceof Error && error.name === 'AbortError')
    throw new Failure('interrupted: no file is written');
  throw error;
}
