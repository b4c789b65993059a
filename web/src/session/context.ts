import type { CodeState, Page } from '@foyer/policy';
import { createContext, useContext } from 'react';
import type { Problem } from '../api/problem.ts';
import type { Bootstrap } from '../api/session.ts';
import type { OAuthError } from './address/oauth-error.ts';
import type { Intention } from './storage/entry-attempt.ts';
import type { SessionStore } from './store.ts';

/** A code that the visitor brought, and the page on which it counts. It lives in memory only. */
export type Link = { code: string; state: CodeState; page: Page; from: 'link' | 'field' };

/**
 * What became of the session: somebody came in, somebody logged out or deleted their account, or the same person goes on
 * (a guest became a member, an e-mail address was confirmed).
 */
export type SessionChange = 'in' | 'left' | 'deleted' | 'same';

/** Why somebody is outside: their session ended, also that of a guest, they opened an address of the inside, they deleted their account. */
export type SignedOutReason = 'ended' | 'guest-ended' | 'cold' | 'deleted';

/** What has just succeeded, told once, on the page to which it led: a guest has an account now, or a login was linked. */
export type FlashMessage = { of: 'convert' | 'join' | 'link'; provider: string | null; path: string };

/** What this tab knows of the person before it. */
export type SessionState =
  | { step: 'loading' }
  | { step: 'unreachable'; problem: Problem; again: () => void }
  | {
      step: 'here';
      bootstrap: Bootstrap;
      link: Link | null;
      /** Why the code in the link could not be checked or used so far. */
      problem: Problem | null;
      /** Counts the sessions that began or ended, here or in other tabs: what was shown may be another person's. */
      changes: number;
      oauthError: OAuthError | null;
      /** The secret from the link of a mail. It lives in memory only. */
      token: string | null;
      signedOutReason: SignedOutReason | null;
      flash: FlashMessage | null;
      /** Whose login is to go on from the register page. */
      prefilledEmail: PrefilledEmail | null;
      /** Somebody who waits at the door. */
      waiting: Waiting | null;
    };

/** What somebody waits to enter with, and why. The attempt's id lives in memory only: the page may wait for long. */
export type Waiting = { intention: Intention; attemptId: string; problem: Problem };

/** The e-mail address that somebody gave there: of an account that they have just made, or of one that was there before. */
export type PrefilledEmail = { email: string; isNew: boolean };

export type ReadyState = Extract<SessionState, { step: 'here' }>;

const SessionContext = createContext<SessionStore | null>(null);
export const SessionProvider = SessionContext.Provider;

export function useSession(): SessionStore {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useVisit is called outside VisitProvider');
  return session;
}
