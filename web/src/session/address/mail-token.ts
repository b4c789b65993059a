import { routes } from '@foyer/policy';
import { withoutSlash } from '../../routes.ts';

/** The pages to which the links in mails lead. */
const pages: string[] = [routes.verifyEmail.path, routes.resetPassword.path];

/** The secret in the link of a mail, `#token=…`, and the same address without it. */
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
