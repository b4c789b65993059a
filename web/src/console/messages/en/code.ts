import { format } from '../../../messages/current-format.ts';
import type { Rich, Slot } from '../../../messages/rich.ts';

const peopleOf = (count: number) =>
  format.plural(count, { one: 'one person', other: `${format.number(count)} people` });

/** The page of one code. */
export const code = {
  title: (start: string) => `Code ${start}`,
  back: 'All codes',
  terms: {
    guests: <T>(allowed: number, from: string, until: string, bold: Slot<T>): Rich<T> => [
      'Lets ',
      bold(peopleOf(allowed)),
      format.plural(allowed, { one: ' chat as a guest, from ', other: ' chat as guests, from ' }),
      bold(from),
      ' to ',
      bold(until),
      '. ',
    ],
    accounts: <T>(allowed: number, from: string, until: string, bold: Slot<T>): Rich<T> => [
      'Lets ',
      bold(peopleOf(allowed)),
      format.plural(allowed, { one: ' create an account, from ', other: ' create an account each, from ' }),
      bold(from),
      ' to ',
      bold(until),
      '. ',
    ],
    left: <T>(remaining: number, bold: Slot<T>): Rich<T> =>
      remaining === 0
        ? ['No place is left. ']
        : [
            bold(format.plural(remaining, { one: 'One place', other: `${format.number(remaining)} places` })),
            format.plural(remaining, { one: ' is left. ', other: ' are left. ' }),
          ],
    assistant: (name: string) => `They talk with ${name}. `,
    messages: (count: number) =>
      `Each person may send ${format.plural(count, { one: 'one message', other: `${format.number(count)} messages` })} in all. `,
    messagesPerDay: (count: number) =>
      `Each person may send ${format.plural(count, { one: 'one message', other: `${format.number(count)} messages` })} a day. `,
    minutes: (minutes: number) => `Each guest may stay for ${format.duration(minutes * 60_000)}. `,
    atOnce: (count: number) =>
      format.plural(count, {
        one: 'Only one person may be in at the same time. ',
        other: `At most ${format.number(count)} people may be in at the same time. `,
      }),
    budget: (tokens: number) => `Together they may use ${format.number(tokens)} tokens. `,
    guestsErased: 'A guest is erased on logout, or after a time without a message.',
    accountsStay: 'Accounts stay until they are deleted.',
  },
  facts: {
    batch: 'Batch',
    label: 'Label',
    made: 'Made',
    madeBy: (when: string, by: string) => `${when}, by ${by}`,
    /** Who made a code: an entry point of Foyer, or an operator while they exist. */
    makers: {
      create: 'a command',
      import: 'an import',
      operator: 'an operator',
      token: 'a token',
    } as Partial<Record<string, string>>,
    revoked: 'Revoked',
    link: 'Link',
    entries: 'Came in',
    entriesOf: (entries: number, converted: number) => {
      const came = format.plural(entries, { one: 'once', other: `${format.number(entries)} times` });
      return converted === 0
        ? came
        : `${came}; ${format.plural(converted, { one: 'one became a member', other: `${format.number(converted)} became members` })}`;
    },
    peopleIn: 'In now',
    messages: 'Messages',
    tokens: 'Tokens',
    language: 'Language',
  },
  usesADay: 'Uses a day',
  whoCameIn: 'Who came in',
  entries: { when: 'When', as: 'Came in as', became: 'Became', guest: 'Guest', member: 'Member' },
  entriesNote: 'Foyer counts entries. It does not record who they were.',
  oneUse: 'This code lets in one person. What that person did is not shown here.',
  noEntries: 'Nobody has come in by this code yet.',
  history: 'History',
  copyLink: 'Copy link',
  print: 'Print a card',
  room: 'Show to a room',
  roomLink: 'Link for a person without an account',
  roomLinkHint: 'It shows the room screen only, until the code ends.',
  revoke: 'Revoke this code',
  restore: 'Restore this code',
  revokeQuestion: {
    title: 'Revoke this code?',
    text: 'Nobody can come in by it any more. People who are in stay.',
  },
  revoked: 'The code is revoked.',
  restored: 'The code is restored.',
  edit: {
    button: 'Change terms',
    title: 'Change the terms',
    saved: 'The terms are changed. They hold at once.',
    nothing: 'Nothing is changed.',
    loadAgain: 'Load again',
    /** What the change means for people who are in, and for those who come. */
    allowed: (from: number, to: number, used: number) =>
      to > from
        ? format.plural(to - from, {
            one: 'One more person can come in.',
            other: `${format.number(to - from)} more people can come in.`,
          })
        : format.plural(Math.max(0, to - used), {
            one: 'One person can still come in.',
            other: `${format.number(Math.max(0, to - used))} people can still come in.`,
          }),
    until: (day: string) => `New people can come in until ${day}. People who are in stay in.`,
    from: (day: string) => `New people can come in from ${day} on.`,
    limits: 'The new limits hold at once, also for people who are in.',
    minutes: 'The new minutes hold for people who come in from now on.',
    assistant: 'New chats begin with the new assistant. Chats that exist keep theirs.',
    belowUsed: (used: number) =>
      `${format.number(used)} have come in already. They stay, but nobody else can come in.`,
  },
};
