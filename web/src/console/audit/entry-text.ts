import * as t from '../messages/texts.ts';

const maxShown = 100;

/** An act in words; one that has none yet, by its name. */
export function actName(act: string): string {
  return Object.hasOwn(t.audit.acts, act) ? t.audit.acts[act as keyof typeof t.audit.acts] : act;
}

/** `from` undefined: the log does not say what it was before. */
type Shown = { field: string; from: string | null | undefined; to: string | null };

/** What differs between two values of the log, a field a line. */
export function changesIn(before: unknown, after: unknown): Shown[] {
  if (!isFields(before) && !isFields(after)) {
    const [from, to] = [textOf(before), textOf(after)];
    return from === to ? [] : [{ field: '', from, to }];
  }
  const [old, next] = [isFields(before) ? before : {}, isFields(after) ? after : {}];
  return [...new Set([...Object.keys(old), ...Object.keys(next)])]
    .map((field) => ({
      field,
      from: field in old || isFields(before) ? textOf(old[field]) : undefined,
      to: textOf(next[field]),
    }))
    .filter(({ from, to }) => from !== to);
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'number' && value > 1e12 && value < 1e14) return t.zoned.moment(value);
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return text.length > maxShown ? `${text.slice(0, maxShown)}…` : text;
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
