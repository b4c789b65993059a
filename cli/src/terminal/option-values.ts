import { parseTime } from '@foyer/code-files/time';
import { endOfDay, startOfDay } from '@foyer/server/time-zone';
import { WrongUsage } from './failure.ts';

const maxTimeLength = 100;

export const kinds = ['login', 'registration'] as const;

export function onlyArgument(name: string, positionals: string[]): string {
  const [argument, ...more] = positionals;
  if (argument === undefined) throw new WrongUsage(`${name} is missing`);
  if (more.length > 0) throw new WrongUsage(`expected one ${name}, not ${positionals.length}`);
  return argument;
}

export function oneOf<Choice extends string>(
  option: string,
  text: string,
  choices: readonly Choice[],
): Choice {
  const chosen = choices.find((choice) => choice === text);
  if (chosen === undefined) throw new WrongUsage(`${option} must be ${choices.join(' or ')}`);
  return chosen;
}

export function countOf(option: string, text: string, max: number): number {
  const count = /^\d+$/.test(text) ? Number(text) : 0;
  if (count < 1 || count > max) throw new WrongUsage(`${option} must be a whole number from 1 to ${max}`);
  return count;
}

/** Epoch milliseconds. A date alone is the day's start in `timeZone`, or its end. A time without a zone is UTC. */
export function timeOf(option: string, text: string, as: 'start' | 'end', timeZone: string): number {
  const time = text.length > maxTimeLength ? null : parseTime(text, as);
  if (time === null)
    throw new WrongUsage(
      `${option} must be a date as YYYY-MM-DD, like 2027-02-01, or a time like 2027-02-01T09:00:00Z`,
    );
  const day = text.trim();
  if (day.includes('T')) return time;
  return as === 'start' ? startOfDay(day, timeZone) : endOfDay(day, timeZone);
}

const unitMs = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Milliseconds of a duration like `90m`, `4h` or `3d`. */
export function durationOf(option: string, text: string): number {
  const parts = /^(?<count>[1-9]\d{0,4})(?<unit>[mhd])$/.exec(text)?.groups;
  if (!parts) throw new WrongUsage(`${option} must be a duration like 90m, 4h or 3d`);
  return Number(parts.count) * unitMs[parts.unit as keyof typeof unitMs];
}
