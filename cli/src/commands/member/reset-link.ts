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
    summary: 'create a link for a member to set a new password',
    about: `For a member who forgot the password, when mail is not set up or does not arrive. The link works once, for 24 hours.
It replaces an earlier link for the same member. Check that the member really asked for it, and send it privately.
Nothing changes until the new password is set.`,
    options: [['--json', 'print { "link", "expiresAt" }']],
    failure: 'no member has this email address, or something failed',
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
    const { command, noteAct } = await import('@foyer/server/audit');
    const made = await open((installation) =>
      installation.db.transaction().execute(async (trx) => {
        const made = await makeResetLink(installation, email, now);
        const act = { act: 'member.reset-link', on: 'member', id: made?.userId ?? null } as const;
        if (made) await noteAct(trx, command, act, now);
        return made;
      }),
    );
    if (!made) throw new Failure(`no member has the email address ${printable(email)}`);
    const { link, expiresAt } = made;
    if (values.json) return print(asJson({ link, expiresAt: isoTime(expiresAt) }));
    print(`${link}\n\n${instructions(shortTime(expiresAt))}`);
  },
};

function instructions(until: string): string {
  return `Works once, until ${until}. Send it privately: anyone with it can take over the account.
A new password ends all sessions of the member. If the email address was never confirmed, it also unlinks all
providers.`;
}
