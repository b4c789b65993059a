import { parseArgs } from 'node:util';
import type { Command } from '../../command.ts';
import { Failure } from '../../terminal/failure.ts';
import { asJson, isoTime, shortTime } from '../../terminal/format.ts';
import { onlyArgument } from '../../terminal/option-values.ts';
import { printable } from '../../terminal/table.ts';

export const operatorAdd: Command = {
  manual: {
    name: 'operator add',
    synopsis: 'EMAIL [--json]',
    summary: 'make somebody an operator, who can use the console',
    about: `A member with this email address becomes an operator at once. Anybody else gets a link to set a password: it works once,
for 24 hours, and needs no registration code. It replaces an earlier link for the same email address. Send it privately.`,
    options: [['--json', 'print { "link", "expiresAt", "console" }; `link` is null for a member']],
    failure: 'this cannot be an email address, or something failed',
    example: './foyer operator add ada@example.org',
  },

  async run(args, { open, print, now }) {
    const { values, positionals } = parseArgs({
      args,
      options: { json: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const email = onlyArgument('EMAIL', positionals);
    if (email.length > 254) throw new Failure('an email address has at most 254 characters');
    const { addByEmail, operatorKeys } = await import('@foyer/server/operators');
    const { command } = await import('@foyer/server/audit');
    const { added, address } = await open(async ({ db, secret, publicUrl }) => {
      const making = { db, keys: operatorKeys(secret), publicUrl };
      return {
        added: await addByEmail(making, email, { actor: command, now }),
        address: `${publicUrl}/console`,
      };
    });
    if (added.became === 'refused') throw new Failure(`${printable(email)} is no email address`);
    if (values.json) {
      const { link, expiresAt } = added.became === 'link' ? added : { link: null, expiresAt: null };
      return print(asJson({ link, expiresAt: expiresAt && isoTime(expiresAt), console: address }));
    }
    if (added.became === 'link')
      return print(`${added.link}\n\n${instructions(shortTime(added.expiresAt), address)}`);
    const isNow = added.became === 'operator' ? 'is an operator now' : 'is an operator already';
    print(`${printable(email)} has an account and ${isNow}. The console:\n${address}`);
    // An attack: somebody may have registered with this email before its owner came.
    if (!added.isVerified) print(`\n${unconfirmed(printable(email))}`);
  },
};

function instructions(until: string, address: string): string {
  return `Works once, until ${until}. Send it privately: anyone with it can become an operator.
It asks for a new password, and leads to the console: ${address}`;
}

function unconfirmed(email: string): string {
  return `This email address was never confirmed: check that the account is really theirs. If in doubt, send them the link of
\`./foyer member reset-link ${email}\`: it sets a new password, ends all sessions and unlinks all providers.`;
}
