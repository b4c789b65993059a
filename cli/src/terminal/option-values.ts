import { parseTime } from '@foyer/code-files/time';
import { WrongUsage } from './failure.ts';

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

/** Epoch milliseconds. A date alone is the day's start, or its end. */
export function timeOf(option: string, text: string, as: 'start' | 'end'): number {
  const time = parseTime(text, as);
  if (time === null)
    throw new WrongUsage(
      `${option} must be a date as YYYY-MM-DD, like 2027-02-01, or a time like 2027-02-01T09:00:00Z`,
    );
  return time;
}
