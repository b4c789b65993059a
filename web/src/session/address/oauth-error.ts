import type { Refusal } from '@foyer/policy';
import { isRefusal } from '../../api/problem.ts';
import { withoutSlash } from '../../routes.ts';

/** Why the way through a provider led back here without success. */
export type OAuthError = { refusal: Refusal; provider: string | null; path: string };

/** The pages to which a provider's refusal leads. */
const pages = ['/login', '/register', '/create-account', '/account', '/one-more-step'];

/**
 * The refusal in an address, `?refusal=CODE&provider=ID`, and the same address without it. A code that we do not know is
 * nothing: no text of an address is ever shown.
 */
export function readRefusal(address: string): { oauthError: OAuthError | null; cleaned: string } {
  const url = new URL(address);
  const path = withoutSlash(url.pathname);
  const code = url.searchParams.get('refusal');
  if (code === null || !pages.includes(path)) return { oauthError: null, cleaned: address };
  const provider = url.searchParams.get('provider');
  url.searchParams.delete('refusal');
  // There the provider is what the page is about: a reload needs it.
  if (path !== '/one-more-step') url.searchParams.delete('provider');
  return { oauthError: isRefusal(code) ? { refusal: code, provider, path } : null, cleaned: url.href };
}
