import { alignTable } from './table.ts';

export type Manual = {
  /** The words that call it, like `codes import`. */
  name: string;
  /** What follows the name. */
  synopsis: string;
  /** One line for the list of commands. */
  summary: string;
  /** What it does, in sentences. */
  about: string;
  /** Each option with its meaning and default. */
  options: [string, string][];
  /** The meaning of exit code 1. */
  failure: string;
  example: string;
};

export function renderManual({ name, synopsis, about, options, failure, example }: Manual): string {
  const listed: [string, string][] = [...options, ['--help', 'print this manual']];
  const codes = [
    ['0', 'done'],
    ['1', failure],
    ['2', 'wrong usage'],
  ];
  return [
    `Usage: ${synopsisOf({ name, synopsis })}`,
    '',
    about,
    '',
    'Options',
    indent(alignTable(listed)),
    '',
    'Exit codes',
    indent(alignTable(codes)),
    '',
    'Example',
    indent(example),
  ].join('\n');
}

export function synopsisOf({ name, synopsis }: Pick<Manual, 'name' | 'synopsis'>): string {
  return `./foyer ${name} ${synopsis}`.trimEnd();
}

/** @param group all commands when empty */
export function renderOverview(group: string, manuals: Manual[]): string {
  const called = ['./foyer', group].filter((word) => word !== '').join(' ');
  return [
    `Usage: ${called} COMMAND [OPTIONS]`,
    '',
    'Commands',
    indent(alignTable(manuals.map(({ name, summary }) => [name, summary]))),
    '',
    'Settings come from the environment, and from .env in the project’s root.',
    `\`${called} COMMAND --help\` prints a command’s manual; \`./foyer --version\` prints the version.`,
  ].join('\n');
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}
