import { parseArgs } from 'node:util';
import type { Command } from '../../command.ts';
import { Failure, WrongUsage } from '../../terminal/failure.ts';
import { asJson } from '../../terminal/format.ts';
import { counted, printable } from '../../terminal/table.ts';

export const sessionsEnd: Command = {
  manual: {
    name: 'sessions end',
    synopsis: '--all | --email EMAIL [--json]',
    summary: 'log a member out everywhere, or everybody',
    about: `With --email all sessions of one member end, on every device. With --all everybody is logged out. A guest cannot
come back without a session, so --all erases all guests with their chats, like a logout does. It works while the
server runs.`,
    options: [
      ['--all', 'end the sessions of all members, and erase all guests'],
      ['--email EMAIL', 'end the sessions of the member with this email address'],
      [
        '--json',
        'print { "sessions", "guests" }: the number of ended sessions of members, and of erased guests',
      ],
    ],
    failure: 'no member has this email address, or something failed',
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
    if (all === (email !== undefined)) throw new WrongUsage('use either --all or --email EMAIL');
    const { endAllSessions, endSessionsOf, eraseGuestsWithoutSession } = await import(
      '@foyer/server/end-sessions'
    );
    const { command, noteAct } = await import('@foyer/server/audit');
    const act = { act: 'member.end-sessions' };
    const ended = await open(async ({ database }) => {
      const { db } = database;
      if (email !== undefined)
        return db.transaction().execute(async (trx) => {
          const ended = await endSessionsOf(database, email);
          if (ended) await noteAct(trx, command, { ...act, on: 'member', id: ended.userId }, now);
          return { sessions: ended?.sessions ?? null, guests: 0 };
        });
      const sessions = await db.transaction().execute(async (trx) => {
        await noteAct(trx, command, { ...act, on: 'installation', id: null }, now);
        return endAllSessions(db);
      });
      const { guestTtlMs } = config().limits;
      return { sessions, guests: await eraseGuestsWithoutSession(database, { guestTtlMs, now: () => now }) };
    });
    const { sessions, guests } = ended;
    if (sessions === null) throw new Failure(`no member has the email address ${printable(email ?? '')}`);
    if (json) return print(asJson({ sessions, guests }));
    const ofMembers = `Ended ${counted(sessions, 'session')} of members`;
    print(
      all
        ? `${ofMembers}. Erased ${counted(guests, 'guest')} with their chats.`
        : `Ended ${counted(sessions, 'session')}.`,
    );
  },
};
