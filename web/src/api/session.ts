import type { Limits, Settings } from '@foyer/policy';
import { call } from './client.ts';

export type Provider = { id: string; name: string };

export type Person = {
  /** Identifies the person. It contains no personal data. */
  id: string;
  isGuest: boolean;
  email: string | null;
  /** A member who cannot chat before the email address is confirmed. */
  mustVerify: boolean;
  /** What this guest needs to become a member; null for a member. */
  conversion: 'off' | 'code' | 'free' | null;
};

/** Everything a page needs to know at its start. */
export type Bootstrap = {
  settings: Settings;
  limits: Pick<Limits, 'messageCharacters' | 'guestTtlMs'>;
  guestAccess: 'none' | 'open' | 'closed';
  providers: Provider[];
  sendsMail: boolean;
  person: null | Person;
  model: { isDemo: boolean };
  /** The site that a guest sees after *Leave quickly*. */
  leaveUrl: string;
};

export const sessionApi = {
  bootstrap: () => call<Bootstrap>('GET', '/api/access'),
  /**
   * Completes even if the page closes meanwhile.
   *
   * @param guest the id of the guest to erase; with it, nobody else is logged out
   */
  logOut: (guest?: string) => call<unknown>('POST', '/api/auth/sign-out', { guest }, { keepalive: true }),
};
