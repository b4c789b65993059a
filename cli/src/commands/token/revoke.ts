import { parseArgs } from 'node:util';
import type { Command } from '../../command.ts';
import { Failure } from '../../terminal/failure.ts';
import { onlyArgument } from '../../terminal/option-values.ts';
import { printable } from '../../terminal/table.ts';

export const tokenRevoke: Command = {
  manual: {
    name: 'token revoke',
    synopsis: 'ID',
    summary: 'end a token at once, for good',
    about: '`./foyer token list` shows the ID.',
    options: [],
    failure: 'there is no such token, or something failed',
    example: './foyer token revoke 0199c0de-7a2b-7c3d-8e4f-5a6b7c8d9e0f',
  },

  async run(args, { open, print, now }) {
    const { positionals } = parseArgs({ args, options: {}, allowPositionals: true });
    const id = onlyArgument('ID', positionals);
    const { revokeToken } = await import('@foyer/server/operator-tokens');
    const { command } = await import('@foyer/server/audit');
    const isThere = await open(({ db }) => revokeToken(db, id, { actor: command, now }));
    if (!isThere)
      throw new Failure(`there is no token ${printable(id)}: \`./foyer token list\` shows the ids`);
    print('The token is revoked.');
  },
};
