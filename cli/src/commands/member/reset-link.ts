import { parseArgs } from 'node:util';
import type { Command } from '../../command.ts';
import { Failure } from '../../terminal/failure.ts';
import { asJson, isoTime, shortTime } from '../../terminal/format.ts';
import { onlyArgument } from '../../terminal/option-values.ts';
import { printable } from '../../terminal/table.ts';

export const memberResetLink: Command = {
  manual: {
    name: 'member reset-link',
    synopsis: 'EMAIL [--json]',
    summary: 'make a link by which a member sets a new password',
    about: `For a member who has forgotten the password, where no mail is sent or none arrives. The link is good for 24 hours
and for one time; one that was made before for the same member ends. Make sure that it is really the member who
asks, and hand it only to that person, by a safe way. Until the new password is set, nothing changes.`,
    options: [['--json', 'prints { "link", "expiresAt" }']],
    failure: 'no member has this e-mail address, or something failed',
    example: './foyer member reset-link ada@example.org',
  },

  async run(args, { open, print, now }) {
    const { values, positionals } = parseArgs({
      args,
      options: { json: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const email = onlyArgument('EMAIL', positionals);
    const { makeResetLink } = await import('@foyer/server/reset-link');
    const made = await open((installation) => makeResetLink(installation, email, now));
    if (!made) throw new Failure(`no member has the e-mail address ${printable(email)}`);
    const { link, expiresAt } = made;
    if (values.json) return print(asJson({ link, expiresAt: isoTime(expiresAt) }));
    print(`${link}\n\n${handingOver(shortTime(expiresAt))}`);
  },
};

function handingOver(until: string): string {
  return `Good until ${until}, once. Hand it only to that person, by a safe way: who has it can take the account over.
A new password ends all sessions of the member and, where the e-mail address was never confirmed, unlinks all
providers.`;
}
