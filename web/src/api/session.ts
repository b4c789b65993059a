import type { getAccess } from '@foyer/api/access';
import type { logOut } from '@foyer/api/sign-in';
import { call } from './client.ts';

export type { Access as Bootstrap, Person, Provider } from '@foyer/api/access';

export const sessionApi = {
  bootstrap: () => call<typeof getAccess>('GET', '/api/access'),
  /**
   * Completes even if the page closes meanwhile.
   *
   * @param guest the id of the guest to erase; with it, nobody else is logged out
   */
  logOut: (guest?: string) =>
    call<typeof logOut>('POST', '/api/auth/sign-out', { guest }, { keepalive: true }),
};
