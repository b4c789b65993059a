import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { generate } from '@foyer/invitation-codes/code';
import { CodeExists, createCodes, maxUses, type NewCode, problemsOf } from '@foyer/invitation-codes/codes';
import { type Command, Failure, WrongUsage } from './command.ts';
import { countOf, oneOf, timeOf } from './option-values.ts';
import { asJson, codeAsJson, linkOf } from './print-code.ts';
import { alignTable, printable } from './table.ts';

const monthMs = 30 * 24 * 60 * 60 * 1000;
const mostAtOnce = 10_000;
const kinds = ['login', 'registration'] as const;
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
TIME is ISO 8601, without a zone UTC, as 2027-02-01T09:00. All codes are made, or none.`,
    options: [
      ['--kind KIND', 'login or registration; must be given'],
      ['--uses N', 'how many people each code admits; default: 1'],
      ['--valid-from TIME', 'the first moment at which it admits; default: now'],
      ['--valid-until TIME', 'the last moment at which it admits; default: 30 days after the first'],
      ['--label LABEL', 'the cohort that it belongs to; default: none'],
      ['--code CODE', 'the text of the code; default: generated'],
      ['--count N', `how many codes to generate, up to ${mostAtOnce}; default: 1`],
      [
        '--requirement REQUIREMENT',
        'NOT_AVAILABLE, NOT_REQUIRED or REQUIRED, kept with the code; default: NOT_AVAILABLE',
      ],
      ['--json', 'prints an array of objects, each with its link'],
    ],
    failure: 'the code exists already, its terms are refused, or something failed; nothing is made',
    example: './foyer codes create --kind login --uses 25 --label "class 7b"',
  },

  async run(args, { open, print, now }) {
    const { values } = parseArgs({ args, options });
    const codes = textsFor(values).map((code) => ({ code, ...termsFrom(values, now) }));
    for (const code of codes) refuseProblems(code);
    await open(async ({ db, keys, publicUrl }) => {
      const created = await createCodes(db, keys, codes, { createdBy: 'create', now }).catch(explainTaken);
      const withLinks = created.map((code) => ({ ...codeAsJson(code), link: linkOf(code, publicUrl) }));
      if (values.json) return print(asJson(withLinks));
      print(alignTable(withLinks.map(({ code, link }) => [printable(code), link])));
    });
  },
};

function textsFor({ code, count }: Values): string[] {
  if (code !== undefined && count !== undefined)
    throw new WrongUsage('--code and --count exclude each other');
  if (code !== undefined) return [code.trim()];
  const length = countOf('--count', count ?? '1', mostAtOnce);
  return Array.from({ length }, () => generate(randomBytes));
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
