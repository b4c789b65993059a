import type { Change, Link } from './context.ts';

const key = 'foyer.trip';

/** What somebody wants from a provider; a guest becomes a member, or joins an account and brings the chats along. */
const changes = {
  'log-in': 'in',
  register: 'in',
  convert: 'same',
  join: 'same',
  link: 'same',
} as const satisfies Record<string, Change>;

export type Purpose = keyof typeof changes;

export type Trip = {
  purpose: Purpose;
  provider: string;
  /** The code for the account, to be there again for who is not let through. */
  code?: Omit<Link, 'page'> | undefined;
};

/** What its success has changed. */
export const changeBy = ({ purpose }: Trip): Change => changes[purpose];

/** Notes that this tab leaves for a provider. */
export function keepTrip(trip: Trip, storage: Storage = sessionStorage) {
  storage.setItem(key, JSON.stringify(trip));
}

/** The trip from which this tab comes back; null when it was not away. It counts once, and is kept no longer. */
export function takeTrip(storage: Storage = sessionStorage): Trip | null {
  const kept = storage.getItem(key);
  storage.removeItem(key);
  try {
    const trip: Trip | null = JSON.parse(kept ?? 'null');
    return trip && Object.hasOwn(changes, trip.purpose) ? trip : null;
  } catch {
    return null;
  }
}
