import type { InvitationLink } from '../address/invitation-link.ts';
import type { SessionChange } from '../other-tabs.ts';

const key = 'foyer.trip';

/** How each purpose changes the session. `join`: a guest logs in to an account and brings the chats along. */
const changes = {
  'log-in': 'in',
  register: 'in',
  convert: 'same',
  join: 'same',
  link: 'same',
} as const satisfies Record<string, SessionChange>;

export type Purpose = keyof typeof changes;

/** What this tab went to a provider for. */
export type RoundTrip = {
  purpose: Purpose;
  provider: string;
  /** The code for the account. It fills its field again when the provider says no. */
  code?: Omit<InvitationLink, 'page'> | undefined;
};

/** How a successful round trip changes the session. */
export const changeAfter = ({ purpose }: RoundTrip): SessionChange => changes[purpose];

export function saveRoundTrip(roundTrip: RoundTrip, storage: Storage = sessionStorage) {
  storage.setItem(key, JSON.stringify(roundTrip));
}

/** Reads the round trip from which this tab comes back, and removes it: it counts once. Null when there was none. */
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
