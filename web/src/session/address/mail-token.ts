import { routes } from '@foyer/api/pages';
import { withoutSlash } from '../../routes.ts';

/** The pages that links with a secret open. */
const pages: string[] = [routes.verifyEmail.path, routes.resetPassword.path, routes.operator.path];

/** A token may be followed by what a program joined to the link. */
const tokenInFragment = /[#&/?;]token(?:=|%(?:25)*3d)((?:[\w.-]*[\w-])?)/i;

/** Reads the secret in a link from an email, `#token=…`, and removes it from the address. */
export function readToken(address: string): { token: string | null; cleaned: string } {
  const url = new URL(address);
  const found = pages.includes(withoutSlash(url.pathname)) ? tokenInFragment.exec(url.hash) : null;
  if (!found) return { token: null, cleaned: address };
  url.hash = '';
  return { token: found[1] || null, cleaned: url.href };
}
