import type { Problem } from '../api/problem.ts';
import { createMachine } from '../machine.ts';
import type { InvitationLink } from './address/invitation-link.ts';
import type { FromAddress } from './address/take-from-address.ts';
import { type Browser, createEffects } from './effects.ts';
import { takeAttempt } from './enter.ts';
import type { SessionChange, TabMessage } from './other-tabs.ts';
import { reduce } from './state/reducer.ts';
import { type FlashMessage, type Here, initialState, type State } from './state/state.ts';
import { lastChatPath } from './state/tab-state.ts';
import type { Effect, Event } from './state/transition.ts';
import { createDrafts } from './storage/drafts.ts';
import type { Intention } from './storage/entry-attempt.ts';
import type { RoundTrip } from './storage/oauth-round-trip.ts';
import { readOpenChat, saveOpenChat } from './storage/open-chat.ts';
import { forgetReturn, readReturn, saveReturn } from './storage/return-to.ts';

export type SessionStore = ReturnType<typeof createSessionStore>;

/**
 * Knows who uses this tab. It stands outside React, so that no second rendering can spend a use.
 *
 * @param roundTrip the visit at a provider from which the tab comes back
 */
export function createSessionStore(browser: Browser, roundTrip: RoundTrip | null) {
  const { tabStorage } = browser;
  const drafts = createDrafts();
  const { current, subscribe, dispatch } = createMachine<State, Event, Effect>(
    initialState(roundTrip),
    (state, event) => reduce(state, event, here()),
    createEffects(browser, drafts),
  );

  return {
    drafts,
    current: () => current().shown,
    subscribe,
    /** False for a visitor, and from a logout on until the server has said who is here. */
    isSignedIn() {
      const { shown, tab } = current();
      return shown.step === 'ready' && shown.bootstrap.person !== null && !tab.mayBeAnother;
    },
    /** Starts with what the address bar brought. */
    arrive: (address: FromAddress) => dispatch({ type: 'arrived', address }),
    retry: () => void dispatch({ type: 'retried' }),
    refresh: () => dispatch({ type: 'refresh-wanted' }),
    /** `next` is a code to use afterwards; `flash` is the success to tell about. */
    sessionChanged: (
      change: SessionChange,
      { next = null, flash = null }: { next?: string | null; flash?: FlashMessage['of'] | null } = {},
    ) => dispatch({ type: 'session-changed', change, next, flash }),
    receive: (message: TabMessage) => dispatch({ type: 'message-received', message }),
    dismissTimeOver: () => void dispatch({ type: 'time-over-read' }),
    /** Asks who is signed in after a refusal that may be about that. */
    refreshAfter: ({ code }: Problem) =>
      dispatch({ type: code === 'TIME_OVER' ? 'time-over' : 'refresh-wanted' }),
    leaveQuickly: () => void dispatch({ type: 'leave-quickly' }),
    /** Sends a visitor from a page that needs a login to the login, and back to it afterwards. */
    requireLogin: (path: string) => void dispatch({ type: 'login-required', path }),
    /** Takes a code that was typed on one page to the page where it belongs. */
    carry: (link: Omit<InvitationLink, 'from'>) => void dispatch({ type: 'code-carried', link }),
    /** Fills in the email on the login page. */
    prefillLogin: (email: string) => void dispatch({ type: 'email-given', email: { email, isNew: false } }),
    /** Leads somebody who has just registered with a wrong email to the login: they correct it after that. */
    correctEmail: (email: string) => void dispatch({ type: 'email-given', email: { email, isNew: true } }),
    waitForRoom(intention: Intention, problem: Problem) {
      const attemptId = takeAttempt(intention, tabStorage);
      void dispatch({ type: 'room-awaited', waiting: { intention, attemptId, problem } });
    },
    stopWaiting: () => void dispatch({ type: 'waiting-stopped' }),
    dismissLink: () => void dispatch({ type: 'link-dismissed' }),
    dismissOAuthError: () => void dispatch({ type: 'oauth-error-dismissed' }),
    dismissFlash: () => void dispatch({ type: 'flash-dismissed' }),

    setOpenChat: (id: string | null) => saveOpenChat(id, tabStorage),
    chatPath: () => lastChatPath(readOpenChat(tabStorage)),
    /** Brings the member back to this page after their next login. */
    returnTo(path: string) {
      const memberId = current().tab.person?.id;
      if (memberId) saveReturn({ path, memberId }, tabStorage);
    },
    forgetReturn: () => forgetReturn(tabStorage),
  };

  function here(): Here {
    return {
      path: browser.path(),
      openChat: readOpenChat(tabStorage),
      returnTo: readReturn(tabStorage),
    };
  }
}
