import { format } from '../../../messages/current-format.ts';
import type { Rich, Slot } from '../../../messages/rich.ts';

const codesOf = (count: number) =>
  format.plural(count, { one: 'One code', other: `${format.number(count)} codes` });
const peopleOf = (count: number) =>
  format.plural(count, { one: 'one person', other: `${format.number(count)} people` });

/** Making codes, and the fields of their terms. */
export const make = {
  title: 'Make codes',
  text: 'One code a card, ready to print and hand out.',
  kind: 'What a code opens',
  login: { title: 'A guest chat', text: 'No account. Erased on log out.' },
  registration: { title: 'An account', text: 'Chats stay. One for each person.' },
  count: 'How many codes',
  allowed: 'People for each code',
  validFrom: 'Good from',
  validUntil: 'Good until',
  label: 'Label',
  labelHint: 'For you only: to find these codes again.',
  note: 'Your words on the card',
  letters: (count: number, max: number) => `${format.number(count)} of ${format.number(max)} letters`,
  more: 'More terms',
  assistant: 'Assistant',
  defaultAssistant: 'The default assistant',
  language: 'Language',
  anyLanguage: 'The language of each person’s browser',
  messagesPerPerson: 'Messages for each person',
  messagesPerDay: 'Messages a day for each person',
  minutes: 'Minutes for each guest',
  minutesHint: 'The chat ends and is erased when they are over.',
  atOnce: 'Guests at the same time',
  atOnceHint: 'The next one waits until somebody leaves.',
  budget: 'Tokens for all of them together',
  noLimit: 'Empty: no limit.',
  ownCode: 'Text of the code',
  ownCodeHint: 'Empty: Foyer makes one that nobody can guess.',
  short: 'Short codes, to type from a screen',
  shortHint: 'Six symbols, like K7M-4PQ. They last 24 hours at most and let in 500 people at most.',
  hours: 'Good for how many hours',
  sum: <T>(codes: number, people: number, bold: Slot<T>): Rich<T> => [
    format.plural(codes, { one: 'One code lets in ', other: `${codesOf(codes)} let in ` }),
    bold(peopleOf(people)),
    ' at most.',
  ],
  button: (count: number) =>
    format.plural(count, { one: 'Make one code', other: `Make ${format.number(count)} codes` }),
  preview: {
    label: 'Preview of the card',
    qr: 'QR code of the link',
    text: (sheets: number) =>
      format.plural(sheets, {
        one: '85 × 54 mm, ten to an A4 sheet: one sheet. The code shown is an example.',
        other: `85 × 54 mm, ten to an A4 sheet: ${format.number(sheets)} sheets. The code shown is an example.`,
      }),
    private:
      'This address works on this computer only. Set PUBLIC_URL before you print, or nobody can open the cards.',
  },
  problems: {
    count: (max: number) => `Enter a number from 1 to ${format.number(max)}.`,
    number: 'Enter a whole number, at least 1.',
    day: 'Enter a day.',
    order: 'This day is before the first one.',
    ended: 'This day is over.',
    hours: 'Enter a number from 1 to 24.',
    note: (max: number) => `At most ${format.number(max)} letters fit on the card.`,
    one: 'Only one code can have this text. Make one code, or leave the field empty.',
  },
  done: {
    title: (count: number) =>
      format.plural(count, { one: 'One code is ready', other: `${format.number(count)} codes are ready` }),
    print: 'Print cards',
    copy: (count: number) => format.plural(count, { one: 'Copy link', other: 'Copy all links' }),
    copied: 'Copied',
    csv: 'Download CSV',
    room: 'Show to a room',
    again: 'Make more',
    batch: 'Watch who comes in',
    more: (count: number) => `and ${format.number(count)} more`,
    printed: 'The PDF is in your downloads. Print it at 100 %, then cut from mark to mark.',
  },
};
