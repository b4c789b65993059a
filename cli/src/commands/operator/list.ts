import { parseArgs } from 'node:util';
import type { Command } from '../../command.ts';
import { asJson, isoTime, shortTime } from '../../terminal/format.ts';
import { alignTable, printable } from '../../terminal/table.ts';

export const operatorList: Command = {
  manual: {
    name: 'operator list',
    synopsis: '[--json]',
    summary: 'list the operators, and the links that can still make one',
    about: 'The oldest first, with a word about the second factor.',
    options: [
      [
        '--json',
        'print { "operators": [{ "email", "since", "twoFactor" }], "links": [{ "email", "expiresAt" }] }',
      ],
    ],
    failure: 'something failed',
    example: './foyer operator list',
  },

  async run(args, { open, print, now }) {
    const { values } = parseArgs({ args, options: { json: { type: 'boolean', default: false } } });
    const { listOperators, openLinks, operatorKeys } = await import('@foyer/server/operators');
    const { operators, links } = await open(async ({ db, secret }) => ({
      operators: await listOperators(db),
      links: await openLinks(db, operatorKeys(secret), now),
    }));
    if (values.json)
      return print(
        asJson({
          operators: operators.map(({ email, since, twoFactor }) => ({
            email,
            since: isoTime(since),
            twoFactor,
          })),
          links: links.map(({ email, expiresAt }) => ({ email, expiresAt: isoTime(expiresAt) })),
        }),
      );
    const rows = [
      ...operators.map(({ email, since, twoFactor }) => [
        printable(email),
        `since ${shortTime(since)}`,
        twoFactor ? 'with a second factor' : '',
      ]),
      ...links.map(({ email, expiresAt }) => [
        email === null ? '(anybody)' : printable(email),
        `invited, the link works until ${shortTime(expiresAt)}`,
        '',
      ]),
    ];
    print(rows.length === 0 ? 'There is no operator: `./foyer operator add EMAIL`.' : alignTable(rows));
  },
};
