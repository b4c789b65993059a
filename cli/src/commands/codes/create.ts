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
/** Created in one transaction: all or none. */
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
    summary: 'create one code, or many generated ones, and print their links',
    about: `A login code opens guest sessions, a registration code creates accounts. Without --code the text is generated.
TIME is ISO 8601, in UTC unless it has a zone, like 2027-02-01T09:00. A date alone means the start of that day.

Up to ${maxAtOnce} codes are created all or none. More are created in batches, and each batch is printed after it is
saved. Ctrl-C stops after the current batch: every printed code exists, and at most one more batch.`,
    options: [
      ['--kind KIND', 'login or registration; required'],
      ['--uses N', 'how many people can use each code; default: 1'],
      ['--valid-from TIME', 'when it starts to work; default: now'],
      ['--valid-until TIME', 'when it stops working; default: 30 days later'],
      ['--label LABEL', 'a label for its cohort; default: none'],
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
        if (terms.validUntil < now) process.stderr.write('foyer: already expired: nobody can enter\n');
        const printer = values.json
          ? codesAsJson(write, installation.publicUrl)
          : codesInWords(write, installation.publicUrl);
        return create(installation, { codes, count, isGenerated: code === null, now }, printer, signal);
      }),
    );
  },
};

/** The codes to create. */
type Wanted = { codes: Iterable<NewCode>; count: number; isGenerated: boolean; now: number };

/** Prints each batch after its commit. */
async function create(
  { db, keys }: Installation,
  { codes, count, isGenerated, now }: Wanted,
  printer: CodesPrinter,
  signal: AbortSignal,
) {
  const origin = { createdBy: 'create', now, isGenerated };
  const batches =
    count <= maxAtOnce
      ? [createCodes(db, keys, [...codes], origin).catch(explainTaken)]
      : createManyCodes(db, keys, codes, origin);
  const progress = showProgress(process.stderr);
  let created = 0;
  for await (const batch of batches) {
    created += batch.length;
    progress.clear();
    const isRead = await printer.add(batch);
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
}

/** The given text, or the number of texts to generate. */
function textsFor({ code, count }: Values): { code: string | null; count: number } {
  if (code !== undefined && count !== undefined) throw new WrongUsage('use either --code or --count');
  if (code !== undefined) return { code: code.trim(), count: 1 };
  return { code: null, count: countOf('--count', count ?? '1', maxCount) };
}

function termsFrom(values: Values, now: number): Omit<NewCode, 'code'> {
  if (values.kind === undefined) throw new WrongUsage('--kind is missing');
  const from = values['valid-from'];
  const until = values['valid-until'];
  const validFrom = from === undefined ? now : timeOf('--valid-from', from, 'start');
  const uses = countOf('--uses', values.uses, maxUses);
  return {
    kind: oneOf('--kind', values.kind, kinds),
    allowed: uses,
    remaining: uses,
    validFrom,
    validUntil: until === undefined ? validFrom + monthMs : timeOf('--valid-until', until, 'end'),
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
