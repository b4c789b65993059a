import { decideAccess, defaultLeaveUrl } from '@foyer/policy';
import type { Answer, Problem } from '../api/problem.ts';
import { type Bootstrap, type Person, sessionApi } from '../api/session.ts';
import { signInApi } from '../api/sign-in.ts';
import { vanish } from '../log-out/vanish.ts';
import { pageAt, pathOf, withoutSlash } from '../routes.ts';
import type { OAuthError } from './address/oauth-error.ts';
import type { FromAddress } from './address/take-from-address.ts';
import { canUpgrade } from './can-upgrade.ts';
import type {
  FlashMessage,
  Link,
  PrefilledEmail,
  ReadyState,
  SessionChange,
  SessionState,
  Waiting,
} from './context.ts';
import { enterAsGuest } from './enter.ts';
import { attemptFor, forgetAttempt, type Intention } from './storage/entry-attempt.ts';
import { changeAfter, type RoundTrip } from './storage/oauth-round-trip.ts';
import { forgetErasure, isErasurePending, saveErasure } from './storage/pending-erasure.ts';
import { createTabState } from './tab-state.ts';

export type SessionStore = ReturnType<typeof createSessionStore>;

/**
 * Follows the visit of this tab. It stands outside React, so that no second rendering can spend a use.
 *
 * @param go replaces the page that is shown
 * @param trip the way to a provider from which the tab comes back
 */
export function createSessionStore(go: (path: string) => void, roundTrip: RoundTrip | null) {
  const listeners = new Set<() => void>();
  const otherTabs = new BroadcastChannel('foyer');
  const tabState = createTabState(sessionStorage);
  let visit: SessionState = { step: 'loading' };
  let latest = 0;
  let latestRefresh = 0;
  let fromAddress: Pick<FromAddress, 'oauthError' | 'token'> = { oauthError: null, token: null };
  let flash: FlashMessage | null = null;
  let prefilledEmail: PrefilledEmail | null = null;
  let waiting: Waiting | null = null;
  let leaveUrl = defaultLeaveUrl;

  otherTabs.onmessage = ({ data }: MessageEvent<SessionChange | 'leaving'>) => {
    if (data === 'leaving') return vanish(leaveUrl, Promise.resolve());
    note(data);
    void refresh();
  };
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void refresh();
  });
  window.addEventListener('focus', () => void refresh());

  return {
    drafts: tabState.drafts,
    setOpenChat: tabState.setOpenChat,
    chatPath: tabState.chatPath,
    returnTo: tabState.returnTo,
    current: () => visit,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    arrive,
    refresh,
    /**
     * The session has changed in this tab: the other tabs are told.
     *
     * @param next a code that waited for it
     * @param of what is told about it
     */
    async sessionChanged(
      change: SessionChange,
      { next = null, of }: { next?: string | null; of?: FlashMessage['of'] } = {},
    ) {
      note(change);
      if (of) flash = { of, provider: null, path: tabState.chatPath() };
      otherTabs.postMessage(change);
      // The chat in the address was that of whoever left.
      if (next) go('/chat');
      await (next ? arrive({ ...fromAddress, code: next }) : reload(null));
    },
    /** Erases the guest who is in, and shows another site at once, in all tabs. */
    leaveQuickly() {
      otherTabs.postMessage('leaving');
      vanish(leaveUrl, eraseGuest());
    },
    /** Somebody who is not in has opened an address of the inside: they log in first, and then go on there. */
    requireLogin(path: string) {
      if (visit.step !== 'here' || visit.bootstrap.person) return;
      const outside = tabState.signedOutPathFor(path);
      show(here(visit.bootstrap, visit.link, visit.problem));
      go(outside);
    },
    /** Takes a code that was typed on one page to the page where it belongs. */
    carry(typed: Omit<Link, 'from'>) {
      if (visit.step !== 'here') return;
      show({ ...visit, link: { ...typed, from: 'field' }, problem: null });
      go(pathOf(typed.page));
    },
    /** Somebody has registered, and their address must be mended: they log in first. */
    correctEmail(email: string) {
      if (visit.step !== 'here') return;
      prefilledEmail = { email, isNew: true };
      show(here(visit.bootstrap, null));
      go('/login');
    },
    /** Somebody has an account already, and is on their way to the login. */
    prefillLogin(email: string) {
      prefilledEmail = { email, isNew: false };
      if (visit.step === 'here') show({ ...visit, prefilledEmail });
    },
    /** Somebody is to wait at the door until there is room. */
    waitForRoom(intention: Intention, problem: Problem) {
      if (visit.step !== 'here') return;
      waiting = { intention, attemptId: attemptFor(intention), problem };
      forgetAttempt();
      show({ ...visit, waiting });
    },
    stopWaiting() {
      waiting = null;
      if (visit.step === 'here') show({ ...visit, waiting });
      void refresh();
    },
    dismissLink() {
      if (visit.step === 'here') show({ ...visit, link: null, problem: null });
    },
    dismissOAuthError() {
      fromAddress = { ...fromAddress, oauthError: null };
      if (visit.step === 'here') show({ ...visit, oauthError: null });
    },
    dismissFlash() {
      flash = null;
      if (visit.step === 'here') show({ ...visit, flash });
    },
  };

  /** Begins the visit, with what the address brought. */
  async function arrive({ code, ...rest }: FromAddress) {
    fromAddress = rest;
    const turn = ++latest;
    await untilShown();
    const page = pageAt(location.pathname) ?? 'landing';
    const answer = await askWho();
    if (turn !== latest) return;
    if (answer.problem) return showUnreachable(answer.problem, code);
    const bootstrap = answer.value;
    if (!code) return comeBack(bootstrap);
    const link: Link = { code, state: 'none', page, from: 'link' };
    if (bootstrap.person && !canUpgrade(bootstrap.person)) return showPerson(bootstrap, link);

    const checked = await signInApi.checkCode(code);
    if (turn !== latest) return;
    if (checked.problem) return showPerson(bootstrap, link, checked.problem);
    const prefilledEmail: Link = { ...link, state: checked.value.state };
    if (bootstrap.person) return showPerson(bootstrap, prefilledEmail);
    await follow(bootstrap, prefilledEmail);
  }

  function comeBack(bootstrap: Bootstrap) {
    const way = roundTrip;
    roundTrip = null;
    if (!way) return showPerson(bootstrap, null);
    const { oauthError } = fromAddress;
    if (oauthError)
      fromAddress = {
        ...fromAddress,
        oauthError: { ...oauthError, provider: oauthError.provider ?? way.provider },
      };
    if (!bootstrap.person && goesOnRegistering(way, oauthError)) return showRegistering(bootstrap, way);
    const link = bootstrap.person?.isGuest ? linkOf(way) : null;
    if (oauthError) return showPerson(bootstrap, link);
    // Whoever comes back may be in now: the other tabs could not see it.
    if (bootstrap.person) otherTabs.postMessage(changeAfter(way));
    if (bootstrap.person && !bootstrap.person.isGuest) flash = flashAfter(way);
    showPerson(bootstrap, link, null, way);
  }

  function flashAfter({ purpose, provider }: RoundTrip): FlashMessage | null {
    if (purpose === 'link') return { of: purpose, provider, path: '/account' };
    if (purpose === 'convert' || purpose === 'join')
      return { of: purpose, provider, path: tabState.chatPath() };
    return null;
  }

  /** Who was not let through finds the register page as it was left: with the code. */
  function showRegistering(bootstrap: Bootstrap, way: RoundTrip) {
    const { oauthError } = fromAddress;
    if (oauthError) fromAddress = { ...fromAddress, oauthError: { ...oauthError, path: '/register' } };
    showPerson(bootstrap, linkOf(way));
    go('/register');
  }

  async function follow(bootstrap: Bootstrap, link: Link) {
    const offer = decideAccess(bootstrap.settings, link.page, link.state);
    if (offer.page === 'entry' && !offer.asks) return enterBy(bootstrap, link);
    if (offer.page === 'entry' || link.state !== 'registration') return showPerson(bootstrap, link);
    const page = offer.page === 'register' ? 'register' : 'login';
    showPerson(bootstrap, { ...link, page });
    go(pathOf(page));
  }

  async function enterBy(bootstrap: Bootstrap, link: Link) {
    const { problem } = await enterAsGuest({ code: link.code });
    if (!problem || problem.code === 'ALREADY_SIGNED_IN') {
      otherTabs.postMessage('in' satisfies SessionChange);
      return reload(problem ? link : null);
    }
    const isUnusable = problem.code === 'INVITATION_CODE_INVALID';
    const kept: Link = isUnusable ? { ...link, state: 'unusable' } : link;
    showPerson(bootstrap, kept, isUnusable ? null : problem);
  }

  /** Asks who is here. A guest who wanted to be gone is not shown again: what could not be done then is done now. */
  async function askWho(): Promise<Answer<Bootstrap>> {
    const answer = await sessionApi.bootstrap();
    const person = answer.value?.person;
    if (answer.value) leaveUrl = answer.value.leaveUrl;
    if (answer.problem || !isErasurePending(person?.id)) return answer;
    const left = await sessionApi.logOut(person?.isGuest ? person.id : undefined);
    if (left.problem) return { problem: left.problem };
    forgetErasure();
    return sessionApi.bootstrap();
  }

  async function eraseGuest() {
    const person = visit.step === 'here' ? visit.bootstrap.person : null;
    if (person) saveErasure(person.id);
    const left = await sessionApi.logOut(person?.id);
    // Another tab has made an account of them: it stays, but nobody is in any more.
    const out = left.problem?.code === 'NOT_A_GUEST' ? await sessionApi.logOut() : left;
    if (!out.problem) forgetErasure();
  }

  /** Asks again who is here. Without an answer the page stays as it is. */
  async function refresh() {
    if (visit.step !== 'here') return;
    const turn = latest;
    // An answer from before a change must not undo what was learnt after it.
    const refresh = ++latestRefresh;
    const answer = await askWho();
    const isCurrent = turn === latest && refresh === latestRefresh;
    if (isCurrent && answer.value && visit.step === 'here')
      showPerson(answer.value, visit.link, visit.problem);
  }

  async function reload(link: Link | null) {
    const turn = ++latest;
    const answer = await askWho();
    if (turn !== latest) return;
    if (answer.problem) return showUnreachable(answer.problem, null);
    showPerson(answer.value, link);
  }

  function note(change: SessionChange) {
    const wasAsked = tabState.note(change);
    if (wasAsked && pageAt(location.pathname) === 'login') go('/');
  }

  function here(bootstrap: Bootstrap, link: Link | null, problem: Problem | null = null): ReadyState {
    const { changes, signedOutReason } = tabState;
    return {
      step: 'here',
      bootstrap,
      link,
      problem,
      changes: changes(),
      signedOutReason: signedOutReason(),
      flash,
      prefilledEmail,
      waiting,
      ...fromAddress,
    };
  }

  function showUnreachable(problem: Problem, code: string | null) {
    show({ step: 'unreachable', problem, again: () => void arrive({ ...fromAddress, code }) });
  }

  function show(next: SessionState) {
    visit = next;
    for (const listener of listeners) listener();
  }

  /**
   * Shows what the server tells of who is here.
   *
   * @param way from which the tab comes back with success
   */
  function showPerson(
    bootstrap: Bootstrap,
    link: Link | null,
    problem: Problem | null = null,
    way: RoundTrip | null = null,
  ) {
    const wasIn = visit.step === 'here' && visit.bootstrap.person !== null;
    tabState.meet(bootstrap.person);
    if (bootstrap.person) [prefilledEmail, waiting] = [null, null];
    show(here(bootstrap, link, problem));
    const next = bootstrap.person && nextOf(bootstrap.person, wasIn, way);
    if (next) go(next);
  }

  /** Where somebody who is in goes on; null for where they are. */
  function nextOf(person: Person, wasIn: boolean, way: RoundTrip | null): string | null {
    const path = withoutSlash(location.pathname);
    const isOfGuest = way?.purpose === 'convert' || way?.purpose === 'join';
    if (!person.isGuest && (isOfGuest || path === '/create-account')) return tabState.chatPath();
    const hasComeIn = (way && way.purpose !== 'link') || (!wasIn && pageAt(path) === 'login');
    return hasComeIn ? tabState.takeReturnPath() : null;
  }
}

function linkOf({ code }: RoundTrip): Link | null {
  return code ? { ...code, page: 'register' } : null;
}

/** Whether somebody who left the register page for a provider goes on there, and not on the page of logins. */
function goesOnRegistering({ purpose }: RoundTrip, oauthError: OAuthError | null): boolean {
  if (purpose !== 'register') return false;
  if (!oauthError) return pageAt(location.pathname) === 'register';
  const isOfLogin =
    oauthError.refusal === 'PROVIDER_NOT_LINKED' || oauthError.refusal === 'ALREADY_SIGNED_IN';
  return oauthError.path === '/login' && !isOfLogin;
}

/** A page that is only prerendered may never be seen: it must not spend anything. */
async function untilShown() {
  if (!('prerendering' in document) || !document.prerendering) return;
  await new Promise((resolve) => document.addEventListener('prerenderingchange', resolve, { once: true }));
}
