import { decideAccess, defaultLeaveUrl } from '@foyer/policy';
import { type Access, type Answer, api, type Person, type Problem } from '../api/client.ts';
import { pageAt, pathOf, plain } from '../routes.ts';
import type { Setback } from './address/oauth-error.ts';
import type { Brought } from './address/take-from-address.ts';
import { canBecomeMember } from './can-upgrade.ts';
import type { Change, Here, KnownEmail, Link, News, Visit, Waiting } from './context.ts';
import { enterAsGuest } from './enter.ts';
import { attemptFor, forgetAttempt, type Intention } from './entry-attempt.ts';
import { changeBy, type Trip } from './oauth-round-trip.ts';
import { forgetLeaving, keepLeaving, wantedToLeave } from './pending-erasure.ts';
import { createPresence } from './tab-state.ts';
import { vanish } from './vanish.ts';

export type VisitStore = ReturnType<typeof createVisit>;

/**
 * Follows the visit of this tab. It stands outside React, so that no second rendering can spend a use.
 *
 * @param go replaces the page that is shown
 * @param trip the way to a provider from which the tab comes back
 */
export function createVisit(go: (path: string) => void, trip: Trip | null) {
  const listeners = new Set<() => void>();
  const otherTabs = new BroadcastChannel('foyer');
  const presence = createPresence(sessionStorage);
  let visit: Visit = { step: 'loading' };
  let latest = 0;
  let latestRefresh = 0;
  let brought: Pick<Brought, 'setback' | 'token'> = { setback: null, token: null };
  let news: News | null = null;
  let known: KnownEmail | null = null;
  let waiting: Waiting | null = null;
  let leaveUrl = defaultLeaveUrl;

  otherTabs.onmessage = ({ data }: MessageEvent<Change | 'leaving'>) => {
    if (data === 'leaving') return vanish(leaveUrl, Promise.resolve());
    note(data);
    void refresh();
  };
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void refresh();
  });
  window.addEventListener('focus', () => void refresh());

  return {
    drafts: presence.drafts,
    seesChat: presence.seesChat,
    chatPath: presence.chatPath,
    comeBackTo: presence.comeBackTo,
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
      change: Change,
      { next = null, of }: { next?: string | null; of?: News['of'] } = {},
    ) {
      note(change);
      if (of) news = { of, provider: null, path: presence.chatPath() };
      otherTabs.postMessage(change);
      // The chat in the address was that of whoever left.
      if (next) go('/chat');
      await (next ? arrive({ ...brought, code: next }) : reload(null));
    },
    /** Erases the guest who is in, and shows another site at once, in all tabs. */
    leaveQuickly() {
      otherTabs.postMessage('leaving');
      vanish(leaveUrl, eraseGuest());
    },
    /** Somebody who is not in has opened an address of the inside: they log in first, and then go on there. */
    askToLogIn(path: string) {
      if (visit.step !== 'here' || visit.access.person) return;
      const outside = presence.outsideOf(path);
      show(here(visit.access, visit.link, visit.problem));
      go(outside);
    },
    /** Takes a code that was typed on one page to the page where it belongs. */
    carry(typed: Omit<Link, 'from'>) {
      if (visit.step !== 'here') return;
      show({ ...visit, link: { ...typed, from: 'field' }, problem: null });
      go(pathOf(typed.page));
    },
    /** Somebody has registered, and their address must be mended: they log in first. */
    leadToLogin(email: string) {
      if (visit.step !== 'here') return;
      known = { email, isNew: true };
      show(here(visit.access, null));
      go('/login');
    },
    /** Somebody has an account already, and is on their way to the login. */
    bringToLogin(email: string) {
      known = { email, isNew: false };
      if (visit.step === 'here') show({ ...visit, known });
    },
    /** Somebody is to wait at the door until there is room. */
    waitAtDoor(intention: Intention, problem: Problem) {
      if (visit.step !== 'here') return;
      waiting = { intention, attemptId: attemptFor(intention), problem };
      forgetAttempt();
      show({ ...visit, waiting });
    },
    leaveDoor() {
      waiting = null;
      if (visit.step === 'here') show({ ...visit, waiting });
      void refresh();
    },
    dropLink() {
      if (visit.step === 'here') show({ ...visit, link: null, problem: null });
    },
    dropSetback() {
      brought = { ...brought, setback: null };
      if (visit.step === 'here') show({ ...visit, setback: null });
    },
    dropNews() {
      news = null;
      if (visit.step === 'here') show({ ...visit, news });
    },
  };

  /** Begins the visit, with what the address brought. */
  async function arrive({ code, ...rest }: Brought) {
    brought = rest;
    const turn = ++latest;
    await untilShown();
    const page = pageAt(location.pathname) ?? 'landing';
    const answer = await askWho();
    if (turn !== latest) return;
    if (answer.problem) return showUnreachable(answer.problem, code);
    const access = answer.value;
    if (!code) return comeBack(access);
    const link: Link = { code, state: 'none', page, from: 'link' };
    if (access.person && !canBecomeMember(access.person)) return showPerson(access, link);

    const checked = await api.checkCode(code);
    if (turn !== latest) return;
    if (checked.problem) return showPerson(access, link, checked.problem);
    const known: Link = { ...link, state: checked.value.state };
    if (access.person) return showPerson(access, known);
    await follow(access, known);
  }

  function comeBack(access: Access) {
    const way = trip;
    trip = null;
    if (!way) return showPerson(access, null);
    const { setback } = brought;
    if (setback)
      brought = { ...brought, setback: { ...setback, provider: setback.provider ?? way.provider } };
    if (!access.person && goesOnRegistering(way, setback)) return showRegistering(access, way);
    const link = access.person?.isGuest ? linkOf(way) : null;
    if (setback) return showPerson(access, link);
    // Whoever comes back may be in now: the other tabs could not see it.
    if (access.person) otherTabs.postMessage(changeBy(way));
    if (access.person && !access.person.isGuest) news = newsOf(way);
    showPerson(access, link, null, way);
  }

  function newsOf({ purpose, provider }: Trip): News | null {
    if (purpose === 'link') return { of: purpose, provider, path: '/account' };
    if (purpose === 'convert' || purpose === 'join')
      return { of: purpose, provider, path: presence.chatPath() };
    return null;
  }

  /** Who was not let through finds the register page as it was left: with the code. */
  function showRegistering(access: Access, way: Trip) {
    const { setback } = brought;
    if (setback) brought = { ...brought, setback: { ...setback, path: '/register' } };
    showPerson(access, linkOf(way));
    go('/register');
  }

  async function follow(access: Access, link: Link) {
    const offer = decideAccess(access.settings, link.page, link.state);
    if (offer.page === 'entry' && !offer.asks) return enterBy(access, link);
    if (offer.page === 'entry' || link.state !== 'registration') return showPerson(access, link);
    const page = offer.page === 'register' ? 'register' : 'login';
    showPerson(access, { ...link, page });
    go(pathOf(page));
  }

  async function enterBy(access: Access, link: Link) {
    const { problem } = await enterAsGuest({ code: link.code });
    if (!problem || problem.code === 'ALREADY_SIGNED_IN') {
      otherTabs.postMessage('in' satisfies Change);
      return reload(problem ? link : null);
    }
    const isUnusable = problem.code === 'INVITATION_CODE_INVALID';
    const kept: Link = isUnusable ? { ...link, state: 'unusable' } : link;
    showPerson(access, kept, isUnusable ? null : problem);
  }

  /** Asks who is here. A guest who wanted to be gone is not shown again: what could not be done then is done now. */
  async function askWho(): Promise<Answer<Access>> {
    const answer = await api.access();
    const person = answer.value?.person;
    if (answer.value) leaveUrl = answer.value.leaveUrl;
    if (answer.problem || !wantedToLeave(person?.id)) return answer;
    const left = await api.logOut(person?.isGuest ? person.id : undefined);
    if (left.problem) return { problem: left.problem };
    forgetLeaving();
    return api.access();
  }

  async function eraseGuest() {
    const person = visit.step === 'here' ? visit.access.person : null;
    if (person) keepLeaving(person.id);
    const left = await api.logOut(person?.id);
    // Another tab has made an account of them: it stays, but nobody is in any more.
    const out = left.problem?.code === 'NOT_A_GUEST' ? await api.logOut() : left;
    if (!out.problem) forgetLeaving();
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

  function note(change: Change) {
    const wasAsked = presence.note(change);
    if (wasAsked && pageAt(location.pathname) === 'login') go('/');
  }

  function here(access: Access, link: Link | null, problem: Problem | null = null): Here {
    const { changes, why } = presence;
    return {
      step: 'here',
      access,
      link,
      problem,
      changes: changes(),
      why: why(),
      news,
      known,
      waiting,
      ...brought,
    };
  }

  function showUnreachable(problem: Problem, code: string | null) {
    show({ step: 'unreachable', problem, again: () => void arrive({ ...brought, code }) });
  }

  function show(next: Visit) {
    visit = next;
    for (const listener of listeners) listener();
  }

  /**
   * Shows what the server tells of who is here.
   *
   * @param way from which the tab comes back with success
   */
  function showPerson(
    access: Access,
    link: Link | null,
    problem: Problem | null = null,
    way: Trip | null = null,
  ) {
    const wasIn = visit.step === 'here' && visit.access.person !== null;
    presence.meet(access.person);
    if (access.person) [known, waiting] = [null, null];
    show(here(access, link, problem));
    const next = access.person && nextOf(access.person, wasIn, way);
    if (next) go(next);
  }

  /** Where somebody who is in goes on; null for where they are. */
  function nextOf(person: Person, wasIn: boolean, way: Trip | null): string | null {
    const path = plain(location.pathname);
    const isOfGuest = way?.purpose === 'convert' || way?.purpose === 'join';
    if (!person.isGuest && (isOfGuest || path === '/create-account')) return presence.chatPath();
    const hasComeIn = (way && way.purpose !== 'link') || (!wasIn && pageAt(path) === 'login');
    return hasComeIn ? presence.backTo() : null;
  }
}

function linkOf({ code }: Trip): Link | null {
  return code ? { ...code, page: 'register' } : null;
}

/** Whether somebody who left the register page for a provider goes on there, and not on the page of logins. */
function goesOnRegistering({ purpose }: Trip, setback: Setback | null): boolean {
  if (purpose !== 'register') return false;
  if (!setback) return pageAt(location.pathname) === 'register';
  const isOfLogin = setback.refusal === 'PROVIDER_NOT_LINKED' || setback.refusal === 'ALREADY_SIGNED_IN';
  return setback.path === '/login' && !isOfLogin;
}

/** A page that is only prerendered may never be seen: it must not spend anything. */
async function untilShown() {
  if (!('prerendering' in document) || !document.prerendering) return;
  await new Promise((resolve) => document.addEventListener('prerenderingchange', resolve, { once: true }));
}
