import { maxTypedLength } from '@foyer/invitation-codes/code';
import type { CodeState, Page } from '@foyer/policy';

/** A code that the visitor brought, and the page on which it counts. It lives in memory only. */
export type InvitationLink = { code: string; state: CodeState; page: Page; from: 'link' | 'field' };

const name = 'invite-code';

/**
 * Reads the code in a link, `?invite-code=` or `#invite-code=`, and removes it from the address. The fragment wins: our own
 * links use it.
 */
export function readLinkCode(address: string): { code: string | null; cleaned: string } {
  const url = new URL(address);
  const fragment = new URLSearchParams(url.hash.slice(1));
  const code = fragment.get(name) ?? url.searchParams.get(name);
  if (code === null) return { code, cleaned: address };
  if (fragment.has(name)) {
    fragment.delete(name);
    url.hash = fragment.toString();
  }
  if (url.searchParams.has(name)) url.searchParams.delete(name);
  // The server refuses a longer text unread, and its beginning is no code either.
  return { code: code.trim().slice(0, maxTypedLength) || null, cleaned: url.href };
}
