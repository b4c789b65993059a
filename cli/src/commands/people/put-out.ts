import { parseArgs } from 'node:util';
import type { PersonIn } from '@foyer/invitation-codes/people-in';
import type { Command } from '../../command.ts';
import { Failure, WrongUsage } from '../../terminal/failure.ts';
import { asJson, isoTime } from '../../terminal/format.ts';
import { onlyArgument, timeOf } from '../../terminal/option-values.ts';
import { peopleOfCode } from './people-of-code.ts';

export const peoplePutOut: Command = {
  manual: {
    name: 'people put-out',
    synopsis: 'CODE --entered TIME [--json]',
    summary: 'log one guest out, and erase their chats',
    about: `Does what the guest's own logout does: a running reply stops, the chats are erased for good, and the place in a room is
free. The use of the code stays spent, and the guest can enter again if it has uses left: revoke it first.

TIME is when the guest entered, as \`./foyer people list CODE\` shows it. Whole seconds suffice if only one guest entered in
that second. It works while the server runs.`,
    options: [
      ['--entered TIME', 'when the guest entered; required'],
      ['--json', 'print { "enteredAt" }'],
    ],
    failure: 'no guest, or more than one, entered by this code at that time, or something failed',
    example: './foyer people put-out SPRING-2027 --entered 2027-02-01T09:12:33.120Z',
  },

  async run(args, { config, open, print, now }) {
    const { values, positionals } = parseArgs({
      args,
      options: { entered: { type: 'string' }, json: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const text = onlyArgument('CODE', positionals);
    if (values.entered === undefined) throw new WrongUsage('--entered TIME is missing');
    const entered = timeOf('--entered', values.entered, 'start', 'UTC');
    const { eraseGuest } = await import('@foyer/server/end-sessions');
    const { command, noteAct } = await import('@foyer/server/audit');
    const { guestTtlMs } = config().limits;
    const person = await open(async (installation) => {
      const person = personWho(await peopleOfCode(installation, text, now), entered);
      const times = { guestTtlMs, now: () => now };
      const isErased = await eraseGuest(installation.database, person.userId, times);
      if (!isErased) throw new Failure('this guest has left, or became a member');
      const act = { act: 'guest.erase', on: 'guest', id: person.userId } as const;
      await noteAct(installation.db, command, act, now);
      return person;
    });
    const enteredAt = isoTime(person.enteredAt);
    print(
      values.json ? asJson({ enteredAt }) : `The guest who entered at ${enteredAt} is logged out and erased.`,
    );
  },
};

function personWho(people: PersonIn[], entered: number): PersonIn {
  const exact = people.filter(({ enteredAt }) => enteredAt === entered);
  const inSecond = people.filter(({ enteredAt }) => enteredAt - (enteredAt % 1000) === entered);
  const found = exact.length > 0 ? exact : inSecond;
  const [person, ...others] = found;
  if (!person) throw new Failure('no guest who is in entered by this code at that time');
  if (others.length > 0)
    throw new Failure(`${found.length} guests entered then: give the time as \`people list\` shows it`);
  return person;
}
