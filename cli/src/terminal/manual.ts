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

/** The help of one command, whole. */
export function renderManual({ name, synopsis, about, options, failure, example }: Manual): string {
  const listed: [string, string][] = [...options, ['--help', 'prints this and does nothing else']];
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

/** How the command is called. */
export function synopsisOf({ name, synopsis }: Pick<Manual, 'name' | 'synopsis'>): string {
  return `./foyer ${name} ${synopsis}`;
}

/** The help of a group of commands, or of all. */
export function renderOverview(group: string, manuals: Manual[]): string {
  const called = ['./foyer', group].filter((word) => word !== '').join(' ');
  return [
    `Usage: ${called} COMMAND [OPTIONS]`,
    '',
    'Commands',
    indent(alignTable(manuals.map(({ name, summary }) => [name, summary]))),
    '',
    'The settings are read from the environment and from .env in the project’s root.',
    `\`${called} COMMAND --help\` is the manual of a command; \`./foyer --version\` prints the version.`,
  ].join('\n');
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}
