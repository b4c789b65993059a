import { type CodeKind, isShortCode, problemOfCharacters, problemOfText } from '../code.ts';
import type { OpenedTerms, PersonalDataRequirement } from '../tables.ts';

/** A code to create. Times are epoch milliseconds. */
export type NewCode = {
  code: string;
  kind: CodeKind;
  /** 1 to `maxUses`. */
  allowed: number;
  /** 0 to `allowed`. */
  remaining: number;
  validFrom: number;
  /** Inclusive; later than `validFrom`. */
  validUntil: number;
  requirement: PersonalDataRequirement;
  label: string | null;
} & Partial<OpenedTerms>;

/** `message` is the end of a sentence that begins with the field's name. */
export type TermsProblem = { field: keyof NewCode; message: string };

export const maxUses = 1_000_000_000;

export const noOpenedTerms: OpenedTerms = {
  assistant: null,
  messagesPerPerson: null,
  messagesPerDay: null,
  tokenBudget: null,
  minutesPerPerson: null,
  peopleAtOnce: null,
  language: null,
};

export const openedTerms = Object.keys(noOpenedTerms) as (keyof OpenedTerms)[];

/** The most of each count; a minute count is a year at most. */
export const maxOpened = {
  messagesPerPerson: maxUses,
  messagesPerDay: maxUses,
  tokenBudget: 1_000_000_000_000_000,
  minutesPerPerson: 525_600,
  peopleAtOnce: 100_000,
};

/** A short code can be guessed in time: it lives for a day at most and admits few people. */
export const shortCode = { maxUses: 500, maxMs: 24 * 60 * 60 * 1000 };

const dayMs = 24 * 60 * 60 * 1000;

/** When a code ends of which nobody says it: after 30 days, a short one after 24 hours. Epoch milliseconds. */
export function usualEnd(validFrom: number, isShort: boolean): number {
  return validFrom + (isShort ? shortCode.maxMs : 30 * dayMs);
}

const maxAssistantLength = 64;
const maxLanguageLength = 35;

const maxLabelLength = 200;

/** @example problemsOf({ ...code, allowed: 0 }) // [{ field: 'allowed', message: 'must be at least 1' }] */
export function problemsOf(code: NewCode): TermsProblem[] {
  const found: [keyof NewCode, string | null][] = [
    ['code', problemOfText(code.code)],
    ['allowed', problemOfCount(code.allowed, 1)],
    ['remaining', problemOfRemaining(code)],
    ['validUntil', code.validFrom < code.validUntil ? null : 'must be later than the start'],
    ['label', code.label === null ? null : problemOfLabel(code.label)],
    ...problemsOfOpened(code),
    ...problemsOfShort(code),
  ];
  return found.flatMap(([field, message]) => (message === null ? [] : [{ field, message }]));
}

function problemOfCount(count: number, min: number, max = maxUses): string | null {
  if (!Number.isInteger(count)) return 'must be a whole number';
  if (count < min) return `must be at least ${min}`;
  return count > max ? `must be at most ${max}` : null;
}

function problemsOfOpened(code: NewCode): [keyof NewCode, string | null][] {
  const counts = Object.entries(maxOpened) as [keyof typeof maxOpened, number][];
  const ofGuests = ['minutesPerPerson', 'peopleAtOnce'] as const;
  return [
    ...counts.map(([field, max]): [keyof NewCode, string | null] => {
      const count = code[field] ?? null;
      return [field, count === null ? null : problemOfCount(count, 1, max)];
    }),
    ...ofGuests.map((field): [keyof NewCode, string | null] => {
      const isWrong = code.kind !== 'login' && (code[field] ?? null) !== null;
      return [field, isWrong ? 'is only for login codes' : null];
    }),
    ['assistant', code.assistant ? problemOfAssistant(code.assistant) : null],
    ['language', code.language ? problemOfLanguage(code.language) : null],
  ];
}

function problemsOfShort({
  code,
  allowed,
  validFrom,
  validUntil,
}: NewCode): [keyof NewCode, string | null][] {
  if (!isShortCode(code)) return [];
  return [
    ['allowed', allowed > shortCode.maxUses ? `must be at most ${shortCode.maxUses} for a short code` : null],
    [
      'validUntil',
      validUntil - validFrom > shortCode.maxMs
        ? 'must be within 24 hours of the start for a short code'
        : null,
    ],
  ];
}

function problemOfAssistant(id: string): string | null {
  if (id.length > maxAssistantLength) return `is longer than ${maxAssistantLength} characters`;
  return /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(id) ? null : 'must be the name of an assistant, like housing';
}

function problemOfLanguage(tag: string): string | null {
  try {
    if (tag.length <= maxLanguageLength && Intl.getCanonicalLocales(tag).length === 1) return null;
  } catch {
    // A RangeError: the tag is not of the form.
  }
  return 'must be a language tag, like de or pt-BR';
}

function problemOfRemaining({ allowed, remaining }: NewCode): string | null {
  if (problemOfCount(allowed, 1) !== null) return null;
  return remaining > allowed ? `must be at most the allowed ${allowed}` : problemOfCount(remaining, 0);
}

function problemOfLabel(label: string): string | null {
  if (label.length > 2 * maxLabelLength || [...label].length > maxLabelLength)
    return `is longer than ${maxLabelLength} characters`;
  return problemOfCharacters(label);
}
