import type { Person } from '../../api/session.ts';
import { isSignedInPath, paths, withoutSlash } from '../../routes.ts';
import type { SessionChange } from '../other-tabs.ts';
import { type ReturnTo, returnPathFor } from '../storage/return-to.ts';

/**
 * Why nobody is signed in: a member's session ended, a guest's ended, a page that needs a login was opened first, or the
 * account was deleted.
 */
export type SignedOutReason = 'ended' | 'guest-ended' | 'cold' | 'deleted';

/** Who uses this tab, and who used it before. */
export type TabState = {
  person: Person | null;
  /** How many sessions began or ended, here or in other tabs. */
  sessionCount: number;
  /** The next person that the server names may be another one. */
  mayBeAnother: boolean;
  hasLoggedOut: boolean;
  /** The last person, when their session ended without a logout. */
  ended: Person | null;
  signedOutReason: SignedOutReason | null;
};

/** What the tab has to remember or to forget. */
export type TabEffect =
  | { type: 'save-open-chat'; id: string | null }
  | { type: 'save-return'; returnTo: ReturnTo | null }
  | { type: 'clear-drafts' }
  | { type: 'assign-drafts'; person: Person | null; isSame: boolean };

type Change = { tab: TabState; effects: TabEffect[] };

export const noTab: TabState = {
  person: null,
  sessionCount: 0,
  mayBeAnother: false,
  hasLoggedOut: false,
  ended: null,
  signedOutReason: null,
};

/** A session has changed, here or in another tab. */
export function noteChange(tab: TabState, change: SessionChange): Change {
  if (change === 'same') return { tab, effects: [] };
  const changed = { ...tab, sessionCount: tab.sessionCount + 1, mayBeAnother: true };
  const forgetChat: TabEffect = { type: 'save-open-chat', id: null };
  if (change === 'in') return { tab: changed, effects: [forgetChat] };
  return {
    tab: {
      ...changed,
      hasLoggedOut: true,
      ended: null,
      signedOutReason: change === 'deleted' ? change : null,
    },
    effects: [forgetChat, { type: 'clear-drafts' }, { type: 'save-return', returnTo: null }],
  };
}

/** The server has said who is signed in. */
export function notePerson(tab: TabState, person: Person | null): Change {
  const isSame = tab.person !== null && person !== null && !tab.mayBeAnother;
  const effects: TabEffect[] = [{ type: 'assign-drafts', person, isSame }];
  const next = { ...tab, person, mayBeAnother: false };
  if (person) {
    return { tab: { ...next, hasLoggedOut: false, ended: null, signedOutReason: null }, effects };
  }
  // Something may have been typed since the logout in another tab.
  if (tab.hasLoggedOut) effects.push({ type: 'clear-drafts' });
  else if (tab.person) next.ended = tab.person;
  effects.push({ type: 'save-open-chat', id: null });
  return { tab: next, effects };
}

/** The page to show when nobody is signed in and the page needs a login. */
export function requireLogin(tab: TabState, path: string): Change & { path: string } {
  const { ended } = tab;
  const isUpgrade = withoutSlash(path) === paths.createAccount;
  if (tab.hasLoggedOut || (!ended && isUpgrade)) return { tab, effects: [], path: paths.landing };
  const reason = ended?.isGuest ? 'guest-ended' : 'ended';
  return {
    tab: { ...tab, signedOutReason: ended ? reason : 'cold' },
    // A guest's chats are deleted: there is nothing to come back to.
    effects: ended?.isGuest ? [] : [{ type: 'save-return', returnTo: { path, memberId: ended?.id ?? null } }],
    path: paths.login,
  };
}

/** Where this person goes after the login. It is used once. */
export function takeReturnPath(
  person: Person,
  returnTo: ReturnTo | null,
): { path: string | null; effects: TabEffect[] } {
  const path = returnPathFor(person, returnTo);
  return {
    path: path && isSignedInPath(path) ? path : null,
    effects: [{ type: 'save-return', returnTo: null }],
  };
}

/** The chat that was open last. A guest who creates an account goes on there. */
export const lastChatPath = (openChat: string | null): string =>
  openChat ? paths.chat(openChat) : paths.newChat;
