import type { Page } from '@foyer/policy';

const pages: Record<string, Page> = { '/': 'landing', '/login': 'login', '/register': 'register' };
const paths: Record<Page, string> = { landing: '/', login: '/login', register: '/register' };
const chatPath = /^\/chat(?:\/([^/]+))?$/;

/** An address without the slash at its end. */
export const withoutSlash = (path: string): string => path.replace(/(.)\/$/, '$1');
export const pageAt = (path: string): Page | undefined => pages[withoutSlash(path)];
export const pathOf = (page: Page): string => paths[page];

/** The page of guests, open at the login to an account that they have already. */
export const existingAccountPath = '/create-account?have=account';

/** The chat in an address: undefined for a new one, null when it is no address of a chat. */
export function chatAt(path: string): string | undefined | null {
  const match = chatPath.exec(withoutSlash(path));
  return match ? match[1] : null;
}

/** Whether an address belongs to people who are in. */
export function isSignedInPath(path: string): boolean {
  return chatAt(path) !== null || ['/account', '/create-account'].includes(withoutSlash(path));
}
