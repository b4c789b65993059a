import type { CodeInFull, Terms } from '../api/codes.ts';
import { dayOf, endOfDay, startOfDay } from '../time/zoned-days.ts';
import { numberOf } from './number.ts';
import { fieldsOf, type OpenedFields, openedOf } from './opened.ts';

export type EditFields = {
  allowed: string;
  /** Days as `2027-03-01`. */
  from: string;
  until: string;
  label: string;
  opened: OpenedFields;
};

export function editFieldsOf(code: CodeInFull, timeZone: string): EditFields {
  return {
    allowed: String(code.allowed),
    from: dayOf(code.validFrom, timeZone),
    until: dayOf(code.validUntil, timeZone),
    label: code.label ?? '',
    opened: fieldsOf(code),
  };
}

/** Only what differs. A day that was not touched keeps its time. */
export function changesOf(code: CodeInFull, fields: EditFields, timeZone: string): Terms {
  const before = editFieldsOf(code, timeZone);
  const changes: Terms = {};
  const allowed = numberOf(fields.allowed);
  if (allowed !== null && allowed !== code.allowed) changes.allowed = allowed;
  if (fields.from !== before.from) changes.validFrom = startOfDay(fields.from, timeZone) ?? undefined;
  if (fields.until !== before.until) changes.validUntil = endOfDay(fields.until, timeZone) ?? undefined;
  if (fields.label.trim() !== before.label) changes.label = fields.label.trim() || null;
  const opened = openedOf(fields.opened, code.kind);
  for (const [name, value] of Object.entries(opened)) {
    if (value !== code[name as keyof typeof opened]) Object.assign(changes, { [name]: value });
  }
  return changes;
}
