import { codesInLinks, maxTypedLength, namesCode } from '@foyer/invitation-codes/code';
import type { CodeState, Page } from '@foyer/policy';

/** A code that the visitor brought, and the page on which it counts. It lives in memory only. */
export type InvitationLink = { code: string; state: CodeState; page: Page; from: 'link' | 'field' };

/**
 * Reads the code in a link, `?invite-code=` or `#invite-code=`, and removes it from the address. The fragment wins: our own
 * links use it. Programs that pass a link on may have changed it: see `codesInLinks`.
 */
export function readLinkCode(address: string): { code: string | null; cleaned: string } {
  const url = new URL(address);
  const [code = null] = [...codesInLinks(url.hash), ...codesInLinks(url.search)];
  if (!namesCode(url.hash + url.search)) return { code, cleaned: address };
  // All of it: what a program joined to the code must not stay either.
  if (namesCode(url.hash)) url.hash = '';
  if (namesCode(url.search)) {
    for (const name of [...url.searchParams.keys()])
      if (namesCode(`${name}=`) || name.startsWith('amp;')) url.searchParams.delete(name);
  }
  // The server refuses a longer text unread, and its beginning is no code either.
  return { code: code?.slice(0, maxTypedLength) ?? null, cleaned: url.href };
}
