import { parseArgs } from 'node:util';
import type { PersonIn } from '@foyer/invitation-codes/people-in';
import type { Command } from '../../command.ts';
import { asJson, isoTime, shortTime } from '../../terminal/format.ts';
import { onlyArgument } from '../../terminal/option-values.ts';
import { alignTable } from '../../terminal/table.ts';
import { peopleOfCode } from './people-of-code.ts';

export const peopleList: Command = {
  manual: {
    name: 'people list',
    synopsis: 'CODE [--json]',
    summary: 'list the guests of a code who are in, by the time of their entry',
    about: `It names nobody, and shows no word of theirs. ENTERED is what \`./foyer people put-out\` takes. Times are in UTC.`,
    options: [['--json', 'print an array of objects']],
    failure: 'there is no such code, or something failed',
    example: './foyer people list SPRING-2027',
  },

  async run(args, { open, print, now }) {
    const { values, positionals } = parseArgs({
      args,
      options: { json: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const text = onlyArgument('CODE', positionals);
    const people = await open((installation) => peopleOfCode(installation, text, now));
    if (values.json) return print(asJson(people.map(personAsJson)));
    const head = ['ENTERED', 'LAST SEEN', 'ENDS', 'MESSAGES', 'TOKENS'];
    print(people.length === 0 ? 'Nobody is in.' : alignTable([head, ...people.map(cellsOf)]));
  },
};

function personAsJson({ enteredAt, lastSeenAt, endsAt, messages, tokens }: PersonIn) {
  return {
    enteredAt: isoTime(enteredAt),
    lastSeenAt: isoTime(lastSeenAt),
    endsAt: endsAt === null ? null : isoTime(endsAt),
    messages,
    tokens,
  };
}

function cellsOf({ enteredAt, lastSeenAt, endsAt, messages, tokens }: PersonIn): string[] {
  const end = endsAt === null ? '-' : shortTime(endsAt);
  return [isoTime(enteredAt), shortTime(lastSeenAt), end, String(messages), String(tokens)];
}
