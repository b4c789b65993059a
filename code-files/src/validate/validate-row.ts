import { maxUses, type NewCode, problemsOf } from '@foyer/invitation-codes/terms';
import * as z from 'zod';
import { fileFields, ignoredFields } from '../read/file-fields.ts';
import { parseTime } from './time.ts';

/** `field` is null for a problem of the whole row. */
export type RowProblem = { field: string | null; message: string };

const text = z.string(must('be text'));
const count = z.int({ error: problemOfNumber });
const time = (as: 'start' | 'end') =>
  text.transform((value, { addIssue }) => {
    const time = cachedTime(value, as);
    if (time !== null) return time;
    addIssue('must be a date as YYYY-MM-DD, like 2027-02-01, or a time like 2027-02-01T09:00:00Z');
    return z.NEVER;
  });

const fileRow = z.object(
  {
    invitation_code: text,
    invitation_type: z.preprocess(asTyped, z.enum(['LOGIN', 'REGISTER'], must('be LOGIN or REGISTER'))),
    allowed_usage: count,
    remaining_usage: count.optional(),
    valid_from: time('start'),
    valid_until: time('end'),
    sensitive_personal_data_requirement: z
      .preprocess(
        asTyped,
        z.enum(
          ['NOT_AVAILABLE', 'NOT_REQUIRED', 'REQUIRED'],
          must('be NOT_AVAILABLE, NOT_REQUIRED or REQUIRED'),
        ),
      )
      .default('NOT_AVAILABLE'),
    label: text.nullish(),
    assistant: text.nullish(),
    messages_per_person: count.nullish(),
    messages_per_day: count.nullish(),
    token_budget: count.nullish(),
    minutes_per_person: count.nullish(),
    people_at_once: count.nullish(),
    language: text.nullish(),
  },
  must('be an object'),
);

export function validateRow(value: unknown): { code: NewCode } | { problems: RowProblem[] } {
  const { data, error } = fileRow.safeParse(value);
  const unknown = unknownFields(value);
  if (!data) return { problems: [...unknown, ...error.issues.map(problemOfIssue)] };
  const code: NewCode = {
    code: data.invitation_code.trim(),
    kind: data.invitation_type === 'LOGIN' ? 'login' : 'registration',
    allowed: data.allowed_usage,
    remaining: data.remaining_usage ?? data.allowed_usage,
    validFrom: data.valid_from,
    validUntil: data.valid_until,
    requirement: data.sensitive_personal_data_requirement,
    label: data.label?.trim() || null,
    assistant: data.assistant?.trim() || null,
    messagesPerPerson: data.messages_per_person ?? null,
    messagesPerDay: data.messages_per_day ?? null,
    tokenBudget: data.token_budget ?? null,
    minutesPerPerson: data.minutes_per_person ?? null,
    peopleAtOnce: data.people_at_once ?? null,
    language: data.language?.trim() || null,
  };
  const problems = problemsOf(code).map(({ field, message }) => ({
    field: fileFields[field],
    message: message.replace('the start', fileFields.validFrom),
  }));
  if (isRounded(code.code))
    problems.push({
      field: fileFields.code,
      message: 'is a number that a spreadsheet has rounded: format the cells as text',
    });
  return unknown.length + problems.length > 0 ? { problems: [...unknown, ...problems] } : { code };
}

/** `1.23457E+12`: the digits of the code are lost. */
function isRounded(code: string): boolean {
  return /^[+-]?\d+([.,]\d+)?E[+-]\d+$/i.test(code);
}

function asTyped(value: unknown): unknown {
  return typeof value === 'string' && value.length <= maxWordLength ? value.trim().toUpperCase() : value;
}

export function codeTextIn(value: unknown): string | null {
  const found = z.object({ invitation_code: z.string() }).safeParse(value);
  return found.success ? found.data.invitation_code.trim() : null;
}

/** Files repeat few different times: without a cache, half the work on a row would be parsing its times. */
const times = new Map<string, number | null>();

const maxTimeLength = 100;
const maxWordLength = 100;

function cachedTime(text: string, as: 'start' | 'end'): number | null {
  if (text.length > maxTimeLength) return null;
  const key = `${as} ${text}`;
  const known = times.get(key);
  if (known !== undefined) return known;
  if (times.size === 1000) times.clear();
  const time = parseTime(text, as);
  times.set(key, time);
  return time;
}

function must(form: string): { error: z.core.$ZodErrorMap } {
  return {
    error: ({ input }) => (input === undefined ? 'is missing' : `must ${form}`),
  };
}

function problemOfNumber({ code, input }: z.core.$ZodRawIssue): string {
  if (input === undefined) return 'is missing';
  // zod reports numbers that are not safe integers so.
  if (code === 'too_big') return `must be at most ${maxUses}`;
  if (code === 'too_small') return 'must not be negative';
  const isQuoted = typeof input === 'string' && /^\d+$/.test(input);
  return isQuoted ? 'must be a number without quotation marks' : 'must be a whole number';
}

const known: ReadonlySet<string> = new Set([...Object.values(fileFields), ...ignoredFields]);

function unknownFields(value: unknown): RowProblem[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const unknown = Object.keys(value).filter((field) => !known.has(field));
  return unknown.map((field) => ({ field, message: 'is not a field of this file' }));
}

function problemOfIssue({ path: [field], message }: z.core.$ZodIssue): RowProblem {
  return { field: field === undefined ? null : String(field), message };
}
