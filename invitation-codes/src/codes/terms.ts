import { type CodeKind, problemOfCharacters, problemOfText } from '../code.ts';
import type { PersonalDataRequirement } from '../tables.ts';

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
};

/** `message` is the end of a sentence that begins with the field's name. */
export type TermsProblem = { field: keyof NewCode; message: string };

export const maxUses = 1_000_000_000;

const maxLabelLength = 200;

/** @example problemsOf({ ...code, allowed: 0 }) // [{ field: 'allowed', message: 'must be at least 1' }] */
export function problemsOf(code: NewCode): TermsProblem[] {
  const found: [keyof NewCode, string | null][] = [
    ['code', problemOfText(code.code)],
    ['allowed', problemOfCount(code.allowed, 1)],
    ['remaining', problemOfRemaining(code)],
    ['validUntil', code.validFrom < code.validUntil ? null : 'must be later than the start'],
    ['label', code.label === null ? null : problemOfLabel(code.label)],
  ];
  return found.flatMap(([field, message]) => (message === null ? [] : [{ field, message }]));
}

function problemOfCount(count: number, min: number): string | null {
  if (!Number.isInteger(count)) return 'must be a whole number';
  if (count < min) return `must be at least ${min}`;
  return count > maxUses ? `must be at most ${maxUses}` : null;
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
