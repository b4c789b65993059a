import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { generate } from '@foyer/invitation-codes/code';
import {
  CodeExists,
  createCodes,
  createManyCodes,
  maxUses,
  type NewCode,
  problemsOf,
} from '@foyer/invitation-codes/codes';
import type { Command, Installation } from '../../command.ts';
import { Failure, WrongUsage } from '../../terminal/failure.ts';
import { interruptible } from '../../terminal/interrupt.ts';
import { countOf, kinds, oneOf, timeOf } from '../../terminal/option-values.ts';
import { showProgress } from '../../terminal/progress.ts';
import { printable } from '../../terminal/table.ts';
import { type CodesPrinter, codesAsJson, codesInWords } from './print-created.ts';

const monthMs = 30 * 24 * 60 * 60 * 1000;
/** How many codes are made in one transaction: all of them or none. */
const maxAtOnce = 10_000;
const maxCount = 10_000_000;
const requirements = ['NOT_AVAILABLE', 'NOT_REQUIRED', 'REQUIRED'] as const;

const options = {
  kind: { type: 'string' },
  uses: { type: 'string', default: '1' },
  'valid-from': { type: 'string' },
  'valid-until': { type: 'string' },
  label: { type: 'string' },
  code: { type: 'string' },
  count: { type: 'string' },
  requirement: { type: 'string', default: 'NOT_AVAILABLE' },
  json: { type: 'boolean', default: false },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

export const codesCreate: Command = {
  manual: {
    name: 'codes create',
    synopsis:
      '--kind login|registration [--uses N] [--valid-from TIME] [--valid-until TIME] [--label LABEL]\n  [--code CODE | --count N] [--requirement REQUIREMENT] [--json]',
    summary: 'make one code, or many generated ones, and print their links',
    about: `A login code opens guest sessions, a registration code opens accounts. Without --code the text is generated.
TIME is ISO 8601, without a zone UTC, as 2027-02-01T09:00; a date alone is the beginning of that day.

Up to ${maxAtOnce} codes are made all or none. More are made in batches, each printed once it is kept, and Ctrl-C ends
it after the batch that runs: what was printed is made, and at most one batch more.`,
    options: [
      ['--kind KIND', 'login or registration; must be given'],
      ['--uses N', 'how many people each code admits; default: 1'],
      ['--valid-from TIME', 'the first moment at which it admits; default: now'],
      ['--valid-until TIME', 'the last moment at which it admits; default: 30 days after the first'],
      ['--label LABEL', 'the cohort that it belongs to; default: none'],
      ['--code CODE', 'the text of the code; default: generated'],
      ['--count N', `how many codes to generate, up to ${maxCount}; default: 1`],
      [
        '--requirement REQUIREMENT',
        'NOT_AVAILABLE, NOT_REQUIRED or REQUIRED, kept with the code; default: NOT_AVAILABLE',
      ],
      ['--json', 'prints an array of objects, each with its link'],
    ],
    failure: `the code exists already, its terms are refused, or something failed; of up to ${maxAtOnce} codes none is made`,
    example: './foyer codes create --kind login --uses 25 --label "class 7b"',
  },

  async run(args, { open, write, now }) {
    const { values } = parseArgs({ args, options });
    const terms = termsFrom(values, now);
    const { code, count } = textsFor(values);
    refuseProblems({ code: code ?? generate(randomBytes), ...terms });
    const codes = (function* () {
      for (let made = 0; made < count; made++) yield { code: code ?? generate(randomBytes), ...terms };
    })();
    await open((installation) =>
      interruptible((signal) => {
        if (terms.validUntil < now) process.stderr.write('foyer: ended already: nobody can enter\n');
        const printer = values.json
          ? codesAsJson(write, installation.publicUrl)
          : codesInWords(write, installation.publicUrl);
        return make(installation, { codes, count, isGenerated: code === null, now }, printer, signal);
      }),
    );
  },
};

/** The codes to make, and whether their texts were drawn at random. */
type Wanted = { codes: Iterable<NewCode>; count: number; isGenerated: boolean; now: number };

/** Makes codes, and prints each batch once it is kept. */
async function make(
  { db, keys }: Installation,
  { codes, count, isGenerated, now }: Wanted,
  printer: CodesPrinter,
  signal: AbortSignal,
) {
  const made = { createdBy: 'create', now, isGenerated };
  const batches =
    count <= maxAtOnce
      ? [createCodes(db, keys, [...codes], made).catch(explainTaken)]
      : createManyCodes(db, keys, codes, made);
  const progress = showProgress(process.stderr);
  let kept = 0;
  for await (const batch of batches) {
    kept += batch.length;
    progress.clear();
    const isRead = await printer.add(batch);
    if (kept === count) break;
    const soFar = `${kept} of ${count} codes are made`;
    if (signal.aborted || !isRead) {
      await printer.end();
      throw new Failure(
        signal.aborted ? `interrupted: ${soFar}` : `the codes cannot be written any more: ${soFar}`,
      );
    }
    if (!process.stdout.isTTY) progress.show({ step: 'making', rows: kept, fraction: kept / count });
  }
  progress.clear();
  await printer.end();
}

/** The text that was asked for, or how many to generate. */
function textsFor({ code, count }: Values): { code: string | null; count: number } {
  if (code !== undefined && count !== undefined)
    throw new WrongUsage('--code and --count exclude each other');
  if (code !== undefined) return { code: code.trim(), count: 1 };
  return { code: null, count: countOf('--count', count ?? '1', maxCount) };
}

function termsFrom(values: Values, now: number): Omit<NewCode, 'code'> {
  if (values.kind === undefined) throw new WrongUsage('--kind is missing');
  const from = values['valid-from'];
  const until = values['valid-until'];
  const validFrom = from === undefined ? now : timeOf('--valid-from', from);
  const uses = countOf('--uses', values.uses, maxUses);
  return {
    kind: oneOf('--kind', values.kind, kinds),
    allowed: uses,
    remaining: uses,
    validFrom,
    validUntil: until === undefined ? validFrom + monthMs : timeOf('--valid-until', until),
    requirement: oneOf('--requirement', values.requirement, requirements),
    label: values.label?.trim() || null,
  };
}

const optionOf: Partial<Record<keyof NewCode, string>> = {
  code: '--code',
  allowed: '--uses',
  validUntil: '--valid-until',
  label: '--label',
};

function refuseProblems(code: NewCode) {
  const [problem] = problemsOf(code);
  if (problem) throw new Failure(`${optionOf[problem.field] ?? problem.field} ${problem.message}`);
}

function explainTaken(error: unknown): never {
  if (error instanceof CodeExists) throw new Failure(`the code ${printable(error.code)} exists already`);
  throw error;
}
