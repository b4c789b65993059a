import { parseArgs } from 'node:util';
import type { Command } from '../../command.ts';
import { Failure } from '../../terminal/failure.ts';
import { asJson } from '../../terminal/format.ts';
import { onlyArgument } from '../../terminal/option-values.ts';
import { counted, printable } from '../../terminal/table.ts';

export const operatorRemove: Command = {
  manual: {
    name: 'operator remove',
    synopsis: 'EMAIL [--json]',
    summary: 'make an operator a member again',
    about: `The account stays, with its chats. The tokens that the operator made in the console are revoked, and a link that was not
used is withdrawn. Unlike the console, this command also removes the last operator.`,
    options: [['--json', 'print { "wasOperator", "links", "tokens", "left" }']],
    failure: 'nobody with this email address is an operator or has a link, or something failed',
    example: './foyer operator remove ada@example.org',
  },

  async run(args, { open, print, now }) {
    const { values, positionals } = parseArgs({
      args,
      options: { json: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const email = onlyArgument('EMAIL', positionals);
    const { operatorKeys, removeByEmail } = await import('@foyer/server/operators');
    const { command } = await import('@foyer/server/audit');
    const removed = await open(({ db, secret }) =>
      removeByEmail({ db, keys: operatorKeys(secret) }, email, { actor: command, now }),
    );
    if (!removed) throw new Failure(`no operator has the email address ${printable(email)}`);
    const { isOperator, links, revokedTokens, left } = removed;
    if (values.json) return print(asJson({ wasOperator: isOperator, links, tokens: revokedTokens, left }));
    const lines = [
      isOperator ? `${printable(email)} is an ordinary member now.` : 'The link is withdrawn.',
      ...(revokedTokens > 0 ? [`Revoked ${counted(revokedTokens, 'token')} of theirs.`] : []),
      ...(left === 0 ? ['There is no operator any more: `./foyer operator add EMAIL` makes one.'] : []),
    ];
    print(lines.join('\n'));
  },
};
