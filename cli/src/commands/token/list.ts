import { parseArgs } from 'node:util';
import type { Command } from '../../command.ts';
import { asJson, isoTime, shortTime } from '../../terminal/format.ts';
import { alignTable, printable } from '../../terminal/table.ts';

export const tokenList: Command = {
  manual: {
    name: 'token list',
    synopsis: '[--json]',
    summary: 'list the tokens, and when they were last used',
    about: 'The newest first, revoked ones included. A token itself cannot be shown again.',
    options: [['--json', 'print [{ "id", "name", "scopes", "createdAt", "lastUsedAt", "revokedAt" }]']],
    failure: 'something failed',
    example: './foyer token list',
  },

  async run(args, { open, print }) {
    const { values } = parseArgs({ args, options: { json: { type: 'boolean', default: false } } });
    const { listTokens } = await import('@foyer/server/operator-tokens');
    const tokens = await open(({ db }) => listTokens(db));
    if (values.json)
      return print(
        asJson(
          tokens.map(({ createdAt, lastUsedAt, revokedAt, ...token }) => ({
            ...token,
            createdAt: isoTime(createdAt),
            lastUsedAt: lastUsedAt && isoTime(lastUsedAt),
            revokedAt: revokedAt && isoTime(revokedAt),
          })),
        ),
      );
    const rows = tokens.map(({ id, name, scopes, lastUsedAt, revokedAt }) => [
      id,
      printable(name),
      scopes.join(' '),
      lastUsedAt === null ? 'never used' : `last used ${shortTime(lastUsedAt)}`,
      revokedAt === null ? '' : `revoked ${shortTime(revokedAt)}`,
    ]);
    print(rows.length === 0 ? 'There is no token.' : alignTable(rows));
  },
};
