import type { NewCodes } from '../api/codes.ts';
import { isWrong, numberOf } from '../terms/number.ts';
import { hasWrongNumber, nothingOpened, type OpenedFields, openedOf } from '../terms/opened.ts';
import { addDays, dayOf, endOfDay, startOfDay } from '../time/zoned-days.ts';

/** The fields of the form, as they are typed. */
export type MakeFields = {
  kind: 'login' | 'registration';
  count: string;
  allowed: string;
  /** Days as `2027-03-01`. */
  from: string;
  until: string;
  label: string;
  note: string;
  code: string;
  isShort: boolean;
  hours: string;
  opened: OpenedFields;
};

export type Wrong =
  | 'count'
  | 'allowed'
  | 'from'
  | 'until'
  | 'order'
  | 'ended'
  | 'hours'
  | 'note'
  | 'oneCode'
  | 'opened';

export const maxCodes = 10_000;
export const maxLetters = 120;
const maxHours = 24;
const hourMs = 3_600_000;
const usualDays = 30;

export function emptyForm(now: number, timeZone: string): MakeFields {
  const today = dayOf(now, timeZone);
  return {
    kind: 'login',
    count: '30',
    allowed: '1',
    from: today,
    until: addDays(today, usualDays),
    label: '',
    note: '',
    code: '',
    isShort: false,
    hours: String(maxHours),
    opened: nothingOpened,
  };
}

/** How many codes, and how many people they let in; null while a field is wrong. */
export function sumOf({ count, allowed }: MakeFields): { codes: number; people: number } | null {
  const [codes, each] = [numberOf(count), numberOf(allowed)];
  if (!codes || !each || codes > maxCodes) return null;
  return { codes, people: codes * each };
}

export const lettersOf = (note: string): number => [...note.trim()].length;

/** What is wrong with the form. */
export function problemsOf(fields: MakeFields, now: number, timeZone: string): Wrong[] {
  const wrong: Wrong[] = [];
  const count = numberOf(fields.count);
  if (!count || count > maxCodes) wrong.push('count');
  if (!numberOf(fields.allowed)) wrong.push('allowed');
  if (lettersOf(fields.note) > maxLetters) wrong.push('note');
  if (fields.code.trim() && count !== 1) wrong.push('oneCode');
  if (hasWrongNumber(fields.opened, fields.kind)) wrong.push('opened');
  if (fields.isShort) {
    const hours = numberOf(fields.hours);
    if (!hours || isWrong(fields.hours) || hours > maxHours) wrong.push('hours');
    return wrong;
  }
  const from = startOfDay(fields.from, timeZone);
  const until = endOfDay(fields.until, timeZone);
  if (from === null) wrong.push('from');
  if (until === null) wrong.push('until');
  else if (until < now) wrong.push('ended');
  else if (from !== null && until < from) wrong.push('order');
  return wrong;
}

/** Until when the codes are good, for the preview. */
export function untilOf(fields: MakeFields, now: number, timeZone: string): number {
  if (fields.isShort) return now + (numberOf(fields.hours) || maxHours) * hourMs;
  return endOfDay(fields.until, timeZone) ?? now;
}

/** As the API takes it. Only of a form without problems. */
export function bodyOf(fields: MakeFields, now: number, timeZone: string): NewCodes {
  const from = startOfDay(fields.from, timeZone);
  // A code for today begins now: its first second is over.
  const isLater = !fields.isShort && from !== null && from > now;
  return {
    kind: fields.kind,
    count: numberOf(fields.count) ?? 1,
    allowed: numberOf(fields.allowed) ?? 1,
    ...(isLater && { validFrom: from }),
    validUntil: untilOf(fields, now, timeZone),
    label: fields.label.trim() || null,
    note: fields.note.trim() || null,
    ...(fields.code.trim() ? { code: fields.code.trim() } : fields.isShort && { isShort: true }),
    ...openedOf(fields.opened, fields.kind),
  };
}
