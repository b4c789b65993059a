import { routes } from '@foyer/api/pages';
import { withoutSlash } from '../../routes.ts';

/** The pages that links in emails open. */
const pages: string[] = [routes.verifyEmail.path, routes.resetPassword.path];

/** Reads the secret in a link from an email, `#token=…`, and removes it from the address. */
export function readToken(address: string): { token: string | null; cleaned: string } {
  const url = new URL(address);
  const fragment = new URLSearchParams(url.hash.slice(1));
  if (!pages.includes(withoutSlash(url.pathname)) || !fragment.has('token'))
    return { token: null, cleaned: address };
  const token = fragment.get('token');
  fragment.delete('token');
  url.hash = fragment.toString();
  return { token: token || null, cleaned: url.href };
}
