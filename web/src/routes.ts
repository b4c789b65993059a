import { type RouteName, routes } from '@foyer/api/pages';
import type { Page } from '@foyer/policy';

/** A page that the address names. `id` is set for one chat, or one room, only. */
export type Match = { name: RouteName; id?: string | undefined };

/** Addresses of pages by their name. */
export const paths = {
  landing: routes.landing.path,
  login: routes.login.path,
  register: routes.register.path,
  forgotPassword: routes.forgotPassword.path,
  resetPassword: routes.resetPassword.path,
  createAccount: routes.createAccount.path,
  /** The page of guests, open at the login to an account that they already have. */
  existingAccount: `${routes.createAccount.path}?have=account`,
  account: routes.account.path,
  newChat: routes.newChat.path,
  chat: (id: string) => routes.chat.path.replace(':id', id),
};

const patterns = Object.entries(routes).map(([name, { path }]) => ({
  name: name as RouteName,
  pattern: new RegExp(`^${path.replace(/:\w+/, '([^/]+)').replace('/*', '(?:/.*)?')}$`),
}));
const entryPages: Partial<Record<RouteName, Page>> = {
  landing: 'landing',
  login: 'login',
  register: 'register',
};

/** A path without the slash at its end. */
export const withoutSlash = (path: string): string => path.replace(/(.)\/$/, '$1');

/** The page at a path; null for none. */
export function matchRoute(path: string): Match | null {
  for (const { name, pattern } of patterns) {
    const found = pattern.exec(withoutSlash(path));
    if (found) return { name, id: found[1] };
  }
  return null;
}

/** The entry page at a path. */
export function pageAt(path: string): Page | undefined {
  const match = matchRoute(path);
  return match ? entryPages[match.name] : undefined;
}

/** Whether an address belongs to people who are signed in. */
export function isSignedInPath(path: string): boolean {
  const match = matchRoute(path);
  return match !== null && ['guest', 'member', 'signed-in'].includes(routes[match.name].audience);
}
