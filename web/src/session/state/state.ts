import type { Page } from '@foyer/policy';
import { defaultLeaveUrl } from '@foyer/policy';
import type { Problem } from '../../api/problem.ts';
import type { Bootstrap } from '../../api/session.ts';
import type { InvitationLink } from '../address/invitation-link.ts';
import type { OAuthError } from '../address/oauth-error.ts';
import type { Intention } from '../storage/entry-attempt.ts';
import type { RoundTrip } from '../storage/oauth-round-trip.ts';
import type { ReturnTo } from '../storage/return-to.ts';
import { noTab, type TabState } from './tab-state.ts';

/** What just succeeded: shown once, on the page to which it led. */
export type FlashMessage = { of: 'convert' | 'join' | 'link'; provider: string | null; path: string };

/** The email for the login page. `isNew`: its account was created a moment ago. */
export type PrefilledEmail = { email: string; isNew: boolean };

/** A guest who waits until there is room. The attempt's id lives in memory only: the page may wait for long. */
export type Waiting = { intention: Intention; attemptId: string; problem: Problem };

/** Everything that the pages draw. */
export type SessionState =
  | { step: 'loading' }
  | { step: 'unreachable'; problem: Problem; code: string | null }
  | ReadyState;

export type ReadyState = {
  step: 'ready';
  bootstrap: Bootstrap;
  link: InvitationLink | null;
  /** Why the code in the link could not be checked or used so far. */
  problem: Problem | null;
  /** Counts sessions that began or ended, here or in other tabs: what is on the page may be another person's. */
  sessionCount: number;
  oauthError: OAuthError | null;
  /** The secret from the link in a mail. It lives in memory only. */
  token: string | null;
  signedOutReason: TabState['signedOutReason'];
  flash: FlashMessage | null;
  prefilledEmail: PrefilledEmail | null;
  waiting: Waiting | null;
  /** The time of the guest of this browser is over, and they have not left the page that says so. */
  isTimeOver: boolean;
};

/** Everything that the session store knows. */
export type State = {
  shown: SessionState;
  tab: TabState;
  /** Counts the loads that replace all others: the answer to an older one is dropped. */
  turn: number;
  refreshTurn: number;
  /** The provider from which this tab has just come back. */
  roundTrip: RoundTrip | null;
  leaveUrl: string;
} & Pick<ReadyState, 'oauthError' | 'token' | 'flash' | 'prefilledEmail' | 'waiting' | 'isTimeOver'>;

/** The state of the browser at the moment of an event. */
export type Here = {
  path: string;
  /** The chat that was open last in this tab. */
  openChat: string | null;
  returnTo: ReturnTo | null;
};

export type LoadRequest =
  | { for: 'arrival'; turn: number; code: string | null; page: Page }
  | { for: 'change'; turn: number; link: InvitationLink | null }
  | { for: 'refresh'; turn: number; refreshTurn: number };

export function initialState(roundTrip: RoundTrip | null): State {
  return {
    shown: { step: 'loading' },
    tab: noTab,
    turn: 0,
    refreshTurn: 0,
    roundTrip,
    leaveUrl: defaultLeaveUrl,
    oauthError: null,
    token: null,
    flash: null,
    prefilledEmail: null,
    waiting: null,
    isTimeOver: false,
  };
}
