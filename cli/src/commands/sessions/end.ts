import { parseArgs } from 'node:util';
import type { Command } from '../../command.ts';
import { Failure, WrongUsage } from '../../terminal/failure.ts';
import { asJson } from '../../terminal/format.ts';
import { counted, printable } from '../../terminal/table.ts';

export const sessionsEnd: Command = {
  manual: {
    name: 'sessions end',
    synopsis: '--all | --email EMAIL [--json]',
    summary: 'sign a member out everywhere, or everybody',
    about: `With --email all sessions of one member end, on every device: they log in again. With --all everybody is signed
out. A guest cannot come back without a session, so --all erases all guests with their chats, as a logout does.
It works while the server runs.`,
    options: [
      ['--all', 'ends the sessions of all members, and erases all guests'],
      ['--email EMAIL', 'ends the sessions of the member with this e-mail address'],
      [
        '--json',
        'prints { "sessions", "guests" }: how many sessions of members have ended, and how many guests were erased',
      ],
    ],
    failure: 'no member has this e-mail address, or something failed',
    example: './foyer sessions end --email ada@example.org',
  },

  async run(args, { config, open, print, now }) {
    const { values } = parseArgs({
      args,
      options: {
        all: { type: 'boolean', default: false },
        email: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
    const { all, email, json } = values;
    if (all === (email !== undefined)) throw new WrongUsage('either --all or --email EMAIL is expected');
    const { endAllSessions, endSessionsOf, eraseGuestsWithoutSession } = await import(
      '@foyer/server/end-sessions'
    );
    const ended = await open(async ({ database }) => {
      if (email !== undefined) return { sessions: await endSessionsOf(database, email), guests: 0 };
      const sessions = await endAllSessions(database.db);
      const { guestTtlMs } = config().limits;
      return { sessions, guests: await eraseGuestsWithoutSession(database, { guestTtlMs, now: () => now }) };
    });
    const { sessions, guests } = ended;
    if (sessions === null) throw new Failure(`no member has the e-mail address ${printable(email ?? '')}`);
    if (json) return print(asJson({ sessions, guests }));
    const ofMembers = `${counted(sessions, 'session')} of members ended`;
    print(
      all
        ? `${ofMembers}. ${counted(guests, 'guest')} erased, with their chats.`
        : `${counted(sessions, 'session')} ended.`,
    );
  },
};
