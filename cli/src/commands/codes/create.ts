import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { CardRefused, maxCards, refuseNote } from '@foyer/cards';
import { generate, generateShortCode, isShortCode } from '@foyer/invitation-codes/code';
import {
  type Code,
  CodeExists,
  type CodeOrigin,
  createCodes,
  createManyCodes,
  maxUses,
  type NewCode,
  newBatch,
  problemOfNote,
  problemsOf,
  shortCode,
} from '@foyer/invitation-codes/codes';
import type { BatchRow, OpenedTerms } from '@foyer/invitation-codes/tables';
import { assistantIds } from '@foyer/server/assistants';
import type { Command, Installation } from '../../command.ts';
import { Failure, WrongUsage } from '../../terminal/failure.ts';
import { interruptible } from '../../terminal/interrupt.ts';
import { countOf, durationOf, kinds, oneOf, timeOf } from '../../terminal/option-values.ts';
import { showProgress } from '../../terminal/progress.ts';
import { printable } from '../../terminal/table.ts';
import { openedTermsFrom, termManual, termOptionNames, termOptions } from './options/term-options.ts';
import { writeCardsOf } from './output/print-cards.ts';
import { type CodesPrinter, codesAsJson, codesInWords, summaryOfCreated } from './output/print-created.ts';

const monthMs = 30 * 24 * 60 * 60 * 1000;
/** Created in one transaction: all or none. */
const maxAtOnce = 10_000;
const maxCount = 10_000_000;
/** Each short code that works makes it easier to guess one. */
const maxShortCount = 500;
const maxDraws = 20;
const requirements = ['NOT_AVAILABLE', 'NOT_REQUIRED', 'REQUIRED'] as const;

const options = {
  kind: { type: 'string' },
  uses: { type: 'string', default: '1' },
  'valid-from': { type: 'string' },
  'valid-until': { type: 'string' },
  'valid-for': { type: 'string' },
  label: { type: 'string' },
  note: { type: 'string' },
  cards: { type: 'string' },
  short: { type: 'boolean', default: false },
  code: { type: 'string' },
  count: { type: 'string' },
  requirement: { type: 'string', default: 'NOT_AVAILABLE' },
  json: { type: 'boolean', default: false },
  ...termOptions,
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

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

  async run(args, { config, open, write, now }) {
    const { values } = parseArgs({ args, options });
    const { code, count } = textsFor(values);
    const settings = config();
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
        const wanted = { codes, count, isGenerated: code === null && !values.short, batch, now };
        const created = await create(installation, wanted, printer, signal);
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

/** The codes to create. */
type Wanted = {
  codes: () => Iterable<NewCode>;
  count: number;
  isGenerated: boolean;
  batch: BatchRow;
  now: number;
};

/** Prints each block after its commit. Returns the codes, as far as cards can be printed of them. */
async function create(
  { db, keys }: Installation,
  { codes, count, isGenerated, batch, now }: Wanted,
  printer: CodesPrinter,
  signal: AbortSignal,
) {
  const origin = { createdBy: 'create', now, isGenerated, batch };
  const blocks =
    count <= maxAtOnce
      ? [createAll({ db, keys }, codes, origin)]
      : createManyCodes(db, keys, codes(), origin);
  const progress = showProgress(process.stderr);
  const kept: Code[] = [];
  let created = 0;
  for await (const block of blocks) {
    created += block.length;
    if (created <= maxCards) kept.push(...block);
    progress.clear();
    const isRead = await printer.add(block);
    if (created === count) break;
    const soFar = `${created} of ${count} codes are created`;
    if (signal.aborted || !isRead) {
      await printer.end();
      throw new Failure(signal.aborted ? `interrupted: ${soFar}` : `the output was closed: ${soFar}`);
    }
    if (!process.stdout.isTTY) progress.show({ step: 'creating', rows: created, fraction: created / count });
  }
  progress.clear();
  await printer.end();
  return kept;
}

/** Draws again when a generated short code exists already: there are few of them. */
async function createAll(
  { db, keys }: Pick<Installation, 'db' | 'keys'>,
  codes: () => Iterable<NewCode>,
  origin: CodeOrigin,
): Promise<Code[]> {
  for (let attempt = 1; ; attempt++) {
    const drawn = [...codes()];
    try {
      return await createCodes(db, keys, drawn, origin);
    } catch (error) {
      const isDrawn = drawn.every(({ code }) => isShortCode(code)) && drawn.length > 1;
      if (!isDrawn || attempt === maxDraws) explainTaken(error);
    }
  }
}

/** The given text, or the number of texts to generate. */
function textsFor({ code, count, short }: Values): { code: string | null; count: number } {
  if (code !== undefined && count !== undefined) throw new WrongUsage('use either --code or --count');
  if (code !== undefined && short) throw new WrongUsage('use either --code or --short');
  if (code !== undefined) return { code: code.trim(), count: 1 };
  return { code: null, count: countOf('--count', count ?? '1', short ? maxShortCount : maxCount) };
}

function termsFrom(
  values: Values,
  now: number,
  timeZone: string,
): Omit<NewCode, 'code' | keyof OpenedTerms> & OpenedTerms {
  if (values.kind === undefined) throw new WrongUsage('--kind is missing');
  const from = values['valid-from'];
  const validFrom = from === undefined ? now : timeOf('--valid-from', from, 'start', timeZone);
  const uses = countOf('--uses', values.uses, maxUses);
  return {
    kind: oneOf('--kind', values.kind, kinds),
    allowed: uses,
    remaining: uses,
    validFrom,
    validUntil: endFrom(values, validFrom, timeZone),
    ...openedTermsFrom(values),
    requirement: oneOf('--requirement', values.requirement, requirements),
    label: values.label?.trim() || null,
  };
}

function endFrom(values: Values, validFrom: number, timeZone: string): number {
  const until = values['valid-until'];
  const lasts = values['valid-for'];
  if (until !== undefined && lasts !== undefined)
    throw new WrongUsage('use either --valid-until or --valid-for');
  if (until !== undefined) return timeOf('--valid-until', until, 'end', timeZone);
  if (lasts !== undefined) return validFrom + durationOf('--valid-for', lasts);
  return validFrom + (values.short ? shortCode.maxMs : monthMs);
}

function explainLater(error: unknown, batch: string): never {
  if (!(error instanceof Failure)) throw error;
  const later = `./foyer codes print --batch ${batch} --output-file FILE.pdf`;
  throw new Failure(`${error.message}. The codes are created; print their cards by \`${later}\``);
}

function noteFrom({ note }: Values): string | null {
  const text = note?.trim() || null;
  const problem = text === null ? null : problemOfNote(text);
  if (problem) throw new Failure(`--note ${problem}`);
  if (text !== null) refuseUnprintable(text);
  return text;
}

/** Before any code is made: a batch keeps its note. */
function refuseUnprintable(note: string) {
  try {
    refuseNote(note);
  } catch (error) {
    throw error instanceof CardRefused ? new Failure(`--note: ${error.message}`) : error;
  }
}

const optionOf: Partial<Record<keyof NewCode, string>> = {
  code: '--code',
  allowed: '--uses',
  validUntil: '--valid-until',
  label: '--label',
  ...termOptionNames,
};

function refuseProblems(code: NewCode, assistants: ReadonlySet<string>) {
  const [problem] = problemsOf(code);
  if (problem) throw new Failure(`${optionOf[problem.field] ?? problem.field} ${problem.message}`);
  if (code.assistant && !assistants.has(code.assistant))
    throw new Failure(`there is no assistant ${printable(code.assistant)}`);
}

function explainTaken(error: unknown): never {
  if (error instanceof CodeExists) throw new Failure(`the code ${printable(error.code)} exists already`);
  throw error;
}
