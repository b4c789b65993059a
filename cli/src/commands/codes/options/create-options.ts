import type { parseArgs } from 'node:util';
import { CardRefused, refuseNote } from '@foyer/cards';
import { maxUses, type NewCode, problemOfNote, problemsOf, usualEnd } from '@foyer/invitation-codes/codes';
import type { OpenedTerms } from '@foyer/invitation-codes/tables';
import { Failure, WrongUsage } from '../../../terminal/failure.ts';
import { countOf, durationOf, kinds, oneOf, timeOf } from '../../../terminal/option-values.ts';
import { printable } from '../../../terminal/table.ts';
import { openedTermsFrom, termOptionNames, termOptions } from './term-options.ts';

export const maxCount = 10_000_000;
/** Each short code that works makes it easier to guess one. */
export const maxShortCount = 500;
const requirements = ['NOT_AVAILABLE', 'NOT_REQUIRED', 'REQUIRED'] as const;

export const createOptions = {
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

export type CreateValues = ReturnType<typeof parseArgs<{ options: typeof createOptions }>>['values'];

/** The given text, or the number of texts to generate. */
export function textsFor({ code, count, short }: CreateValues): { code: string | null; count: number } {
  if (code !== undefined && count !== undefined) throw new WrongUsage('use either --code or --count');
  if (code !== undefined && short) throw new WrongUsage('use either --code or --short');
  if (code !== undefined) return { code: code.trim(), count: 1 };
  return { code: null, count: countOf('--count', count ?? '1', short ? maxShortCount : maxCount) };
}

export function termsFrom(
  values: CreateValues,
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

function endFrom(values: CreateValues, validFrom: number, timeZone: string): number {
  const until = values['valid-until'];
  const lasts = values['valid-for'];
  if (until !== undefined && lasts !== undefined)
    throw new WrongUsage('use either --valid-until or --valid-for');
  if (until !== undefined) return timeOf('--valid-until', until, 'end', timeZone);
  if (lasts !== undefined) return validFrom + durationOf('--valid-for', lasts);
  return usualEnd(validFrom, values.short);
}

export function noteFrom({ note }: CreateValues): string | null {
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

export function refuseProblems(code: NewCode, assistants: ReadonlySet<string>) {
  const [problem] = problemsOf(code);
  if (problem) throw new Failure(`${optionOf[problem.field] ?? problem.field} ${problem.message}`);
  if (code.assistant && !assistants.has(code.assistant))
    throw new Failure(`there is no assistant ${printable(code.assistant)}`);
}
