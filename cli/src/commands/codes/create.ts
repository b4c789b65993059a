import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { maxCards } from '@foyer/cards';
import { generate, generateShortCode } from '@foyer/invitation-codes/code';
import { newBatch, shortCode } from '@foyer/invitation-codes/codes';
import { assistantIds } from '@foyer/server/assistants';
import type { Command } from '../../command.ts';
import { Failure, WrongUsage } from '../../terminal/failure.ts';
import { interruptible } from '../../terminal/interrupt.ts';
import { createWanted, maxAtOnce } from './make-codes.ts';
import {
  createOptions,
  maxCount,
  maxShortCount,
  noteFrom,
  refuseProblems,
  termsFrom,
  textsFor,
} from './options/create-options.ts';
import { termManual } from './options/term-options.ts';
import { writeCardsOf } from './output/print-cards.ts';
import { codesAsJson, codesInWords, summaryOfCreated } from './output/print-created.ts';
export const codesCreate: Command = {
  manual: {
    name: 'codes create',
    synopsis:
      '--kind login|registration [--uses N] [--valid-from TIME] [--valid-until TIME | --valid-for DURATION]\n  [--label LABEL] [--note TEXT] [--cards FILE.pdf] [--code CODE | [--short] [--count N]] [--assistant ID] [--messages N]\n  [--messages-per-day N] [--budget TOKENS] [--minutes N] [--at-once N] [--language TAG]\n  [--requirement REQUIREMENT] [--json]',
    summary: 'create one code, or many generated ones, and print their links',
    about: `A login code opens guest sessions, a registration code creates accounts. Without --code the text is generated.
TIME is ISO 8601, in UTC unless it has a zone, like 2027-02-01T09:00. A date alone is the whole day in TIME_ZONE:
--valid-from begins with it, --valid-until ends with it. DURATION is like 90m, 4h or 3d.

The codes of one command are a batch: \`./foyer codes print --batch ID\` prints their cards. Limits of a person are per
entry: a guest who leaves and enters again by the same code starts anew. Where that matters, give each code one use.

Short codes have six symbols, for a room that types. They can be guessed unless they end soon: at most 24 hours (the
default) and ${shortCode.maxUses} uses each, and ${maxShortCount} codes in one command.

Up to ${maxAtOnce} codes are created all or none. More are created in blocks, and each block is printed after it is
saved. Ctrl-C stops after the current block: every printed code exists, and at most one more block.`,
    options: [
      ['--kind KIND', 'login or registration; required'],
      ['--uses N', 'how many people can use each code; default: 1'],
      ['--valid-from TIME', 'when it starts to work; default: now'],
      ['--valid-until TIME', 'when it stops working; default: 30 days later'],
      ['--valid-for DURATION', 'how long it works, from its start'],
      ['--label LABEL', 'a label for its cohort; default: none'],
      ['--note TEXT', 'your own words on the cards, up to 120 characters; default: none'],
      ['--cards FILE', `also print the cards, as codes print does; at most ${maxCards}`],
      ['--short', 'generate short codes'],
      ...termManual,
      ['--code CODE', 'the text of the code; default: generated'],
      ['--count N', `how many codes to generate, up to ${maxCount}; default: 1`],
      [
        '--requirement REQUIREMENT',
        'NOT_AVAILABLE, NOT_REQUIRED or REQUIRED, stored with the code; default: NOT_AVAILABLE',
      ],
      ['--json', 'print an array of objects, each with its link'],
    ],
    failure: `the code exists already, its terms are refused, or something failed; up to ${maxAtOnce} codes: none is created`,
    example: './foyer codes create --kind login --uses 25 --label "class 7b"',
  },

  async run(args, { settings: read, open, write, now }) {
    const { values } = parseArgs({ args, options: createOptions });
    const { code, count } = textsFor(values);
    const settings = await read();
    const { timeZone } = settings.limits;
    const terms = termsFrom(values, now, timeZone);
    const make = () => code ?? (values.short ? generateShortCode(randomBytes) : generate(randomBytes));
    refuseProblems({ code: make(), ...terms }, await assistantIds(settings));
    const batch = newBatch({ createdBy: 'create', now }, { label: terms.label, note: noteFrom(values) });
    const codes = function* () {
      for (let made = 0; made < count; made++) yield { code: make(), ...terms };
    };
    const file = values.cards;
    if (file !== undefined) {
      if (count > maxCards) throw new WrongUsage(`--cards prints at most ${maxCards} cards`);
      if (existsSync(file)) throw new Failure(`${file} exists already`);
    }
    await open((installation) =>
      interruptible(async (signal) => {
        const printer = values.json
          ? codesAsJson(write, installation.publicUrl)
          : codesInWords(write, installation.publicUrl);
        const isGenerated = code === null && !values.short;
        const { kind, allowed, validUntil } = terms;
        const wanted = { codes, count, isGenerated, batch, terms: { kind, allowed, validUntil }, now };
        const created = await createWanted(installation, wanted, printer, signal);
        const summary = summaryOfCreated({ ...terms, count, batch: batch.id }, timeZone, now);
        for (const line of values.json ? summary.warnings : [...summary.facts, ...summary.warnings])
          process.stderr.write(`${line}\n`);
        if (file === undefined) return;
        const said = await writeCardsOf(installation, created, { settings, file, form: 'sheets', now }).catch(
          (error) => explainLater(error, batch.id),
        );
        process.stderr.write(`${said}\n`);
      }),
    );
  },
};

function explainLater(error: unknown, batch: string): never {
  if (!(error instanceof Failure)) throw error;
  const later = `./foyer codes print --batch ${batch} --output-file FILE.pdf`;
  throw new Failure(`${error.message}. The codes are created; print their cards by \`${later}\``);
}
