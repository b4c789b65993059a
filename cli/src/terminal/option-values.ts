import { parseTime } from '@foyer/code-files/time';
import { WrongUsage } from './failure.ts';

/** The kinds of codes, as options name them. */
export const kinds = ['login', 'registration'] as const;

/** The one argument of a command that takes one. */
export function onlyArgument(name: string, positionals: string[]): string {
  const [argument, ...more] = positionals;
  if (argument === undefined) throw new WrongUsage(`${name} is missing`);
  if (more.length > 0) throw new WrongUsage(`one ${name} is expected, not ${positionals.length}`);
  return argument;
}

/** An option that must be one of a few words. */
export function oneOf<Choice extends string>(
  option: string,
  text: string,
  choices: readonly Choice[],
): Choice {
  const chosen = choices.find((choice) => choice === text);
  if (chosen === undefined) throw new WrongUsage(`${option} must be ${choices.join(' or ')}`);
  return chosen;
}

/** An option that must be a whole number of at least 1. */
export function countOf(option: string, text: string, most: number): number {
  const count = /^\d+$/.test(text) ? Number(text) : 0;
  if (count < 1 || count > most) throw new WrongUsage(`${option} must be a whole number from 1 to ${most}`);
  return count;
}

/** An option that must be a time in ISO 8601; epoch milliseconds. */
export function timeOf(option: string, text: string): number {
  const time = parseTime(text);
  if (time === null)
    throw new WrongUsage(`${option} must be a time that exists, in ISO 8601, as 2027-02-01T09:00:00Z`);
  return time;
}
