import { routes } from '@foyer/api/pages';
import type { Refusal } from '@foyer/policy';
import { isRefusal } from '../../api/problem.ts';
import { withoutSlash } from '../../routes.ts';

/** Why a login by a provider failed, and the page that shows it. */
export type OAuthError = { refusal: Refusal; provider: string | null; path: string };

/** The pages that can show it. */
const { login, register, createAccount, account, oneMoreStep } = routes;
const pages: string[] = [login, register, createAccount, account, oneMoreStep].map(({ path }) => path);

/**
 * Reads the refusal in an address, `?refusal=CODE&provider=ID`, and removes it. An unknown code is ignored: no text of
 * an address is ever shown.
 */
export function readRefusal(address: string): { oauthError: OAuthError | null; cleaned: string } {
  const url = new URL(address);
  const path = withoutSlash(url.pathname);
  const code = url.searchParams.get('refusal');
  if (code === null || !pages.includes(path)) return { oauthError: null, cleaned: address };
  const provider = url.searchParams.get('provider');
  url.searchParams.delete('refusal');
  // This page needs the provider again after a reload.
  if (path !== oneMoreStep.path) url.searchParams.delete('provider');
  return { oauthError: isRefusal(code) ? { refusal: code, provider, path } : null, cleaned: url.href };
}
