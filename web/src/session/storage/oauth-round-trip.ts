import type { Link, SessionChange } from '../context.ts';

const key = 'foyer.trip';

/** What somebody wants from a provider; a guest becomes a member, or joins an account and brings the chats along. */
const changes = {
  'log-in': 'in',
  register: 'in',
  convert: 'same',
  join: 'same',
  link: 'same',
} as const satisfies Record<string, SessionChange>;

export type Purpose = keyof typeof changes;

export type RoundTrip = {
  purpose: Purpose;
  provider: string;
  /** The code for the account, to be there again for who is not let through. */
  code?: Omit<Link, 'page'> | undefined;
};

/** What its success has changed. */
export const changeAfter = ({ purpose }: RoundTrip): SessionChange => changes[purpose];

/** Notes that this tab leaves for a provider. */
export function saveRoundTrip(roundTrip: RoundTrip, storage: Storage = sessionStorage) {
  storage.setItem(key, JSON.stringify(roundTrip));
}

/** The trip from which this tab comes back; null when it was not away. It counts once, and is kept no longer. */
export function takeRoundTrip(storage: Storage = sessionStorage): RoundTrip | null {
  const kept = storage.getItem(key);
  storage.removeItem(key);
  try {
    const roundTrip: RoundTrip | null = JSON.parse(kept ?? 'null');
    return roundTrip && Object.hasOwn(changes, roundTrip.purpose) ? roundTrip : null;
  } catch {
    return null;
  }
}
