import { format } from '../../../messages/current-format.ts';
import type { Rich, Slot } from '../../../messages/rich.ts';

/** The room screen: read from across a room. */
export const room = {
  title: 'Come in',
  step: 'Scan, or open',
  stepRegister: 'Scan to create an account, or open',
  enter: 'and enter the code',
  in: <T>(peopleIn: number, places: number, bold: Slot<T>): Rich<T> => [
    bold(format.number(peopleIn)),
    ` of ${format.number(places)} in`,
  ],
  left: <T>(ms: number, bold: Slot<T>): Rich<T> => {
    const minutes = Math.ceil(ms / 60_000);
    const hours = Math.floor(minutes / 60);
    if (minutes < 120) return [bold(format.duration(minutes * 60_000)), ' left'];
    if (hours < 48) return [bold(format.duration(hours * 3_600_000)), ' left'];
    return [bold(format.duration(Math.floor(hours / 24) * 86_400_000)), ' left'];
  },
  /** Announced at most every ten seconds. */
  announcement: (peopleIn: number, places: number, left: number) =>
    `${format.plural(peopleIn, { one: 'One person is', other: `${format.number(peopleIn)} people are` })} in, of ${format.number(places)}. ${format.plural(left, { one: 'One place is', other: `${format.number(left)} places are` })} left.`,
  ended: 'This code has ended.',
  revoked: 'This code is closed.',
  full: 'All places are taken.',
  notYet: (when: string) => `Opens ${when}.`,
  lost: 'No connection. The numbers may be old.',
};
