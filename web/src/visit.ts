import { type CodeState, decideAccess, type Page } from '@foyer/policy';
import { createContext, useContext } from 'react';
import { enterAsGuest } from './access/enter.ts';
import { type Access, api, type Problem } from './api.ts';

/** A code that the visitor brought, and the page on which it counts. It lives in memory only. */
export type Link = { code: string; state: CodeState; page: Page; from: 'link' | 'field' };

/** What this tab knows of the person before it. */
export type Visit =
  | { step: 'loading' }
  | { step: 'unreachable'; problem: Problem; again: () => void }
  /** `problem` tells why the code in the link could not be checked or used so far. */
  | {
      step: 'here';
      access: Access;
      link: Link | null;
      problem: Problem | null;
      /** Counts the sessions that began or ended, here or in other tabs: what was shown may be another person's. */
      changes: number;
    };

export type VisitStore = ReturnType<typeof createVisit>;

const pages: Record<string, Page> = { '/': 'landing', '/login': 'login', '/register': 'register' };
const paths: Record<Page, string> = { landing: '/', login: '/login', register: '/register' };

export const pageAt = (path: string): Page | undefined => pages[path.replace(/(.)\/$/, '$1')];
export const pathOf = (page: Page): string => paths[page];

const VisitContext = createContext<VisitStore | null>(null);
export const VisitProvider = VisitContext.Provider;

export function useVisit(): VisitStore {
  const visit = useContext(VisitContext);
  if (!visit) throw new Error('useVisit is called outside VisitProvider');
  return visit;
}

/**
 * Follows the visit of this tab. It stands outside React, so that no second rendering can spend a use.
 *
 * @param go replaces the page that is shown
 */
export function createVisit(go: (path: string) => void) {
  const listeners = new Set<() => void>();
  const otherTabs = new BroadcastChannel('foyer');
  let visit: Visit = { step: 'loading' };
  let latest = 0;
  let changes = 0;

  otherTabs.onmessage = () => {
    if (visit.step === 'here') changes += 1;
    void refresh();
  };
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void refresh();
  });
  window.addEventListener('focus', () => void refresh());

  return {
    current: () => visit,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    arrive,
    refresh,
    /** A session has begun or ended in this tab: the other tabs are told. A code that waited for that comes next. */
    async sessionChanged(next: string | null = null) {
      changes += 1;
      otherTabs.postMessage('session changed');
      // The chat in the address was that of whoever left.
      if (next) go('/chat');
      await (next ? arrive(next) : reload(null));
    },
    /** Takes a code that was typed on one page to the page where it belongs. */
    carry(typed: Omit<Link, 'from'>) {
      if (visit.step !== 'here') return;
      show({ ...visit, link: { ...typed, from: 'field' }, problem: null });
      go(pathOf(typed.page));
    },
    dropLink() {
      if (visit.step === 'here') show({ ...visit, link: null, problem: null });
    },
  };

  /** Begins the visit, with the code in the link if there is one. */
  async function arrive(code: string | null) {
    const turn = ++latest;
    await untilShown();
    const page = pageAt(location.pathname) ?? 'landing';
    const answer = await api.access();
    if (turn !== latest) return;
    if (answer.problem) return showUnreachable(answer.problem, code);
    const here = { step: 'here', access: answer.value, problem: null, changes } as const;
    if (!code) return show({ ...here, link: null });
    const link: Link = { code, state: 'none', page, from: 'link' };
    if (here.access.person) return show({ ...here, link });

    const checked = await api.checkCode(code);
    if (turn !== latest) return;
    if (checked.problem) return show({ ...here, link, problem: checked.problem });
    await follow(here.access, { ...link, state: checked.value.state });
  }

  async function follow(access: Access, link: Link) {
    const offer = decideAccess(access.settings, link.page, link.state);
    if (offer.page === 'entry' && !offer.asks) return enterBy(access, link);
    if (offer.page === 'entry' || link.state !== 'registration') {
      return show({ step: 'here', access, link, problem: null, changes });
    }
    const page = offer.page === 'register' ? 'register' : 'login';
    show({ step: 'here', access, link: { ...link, page }, problem: null, changes });
    go(pathOf(page));
  }

  async function enterBy(access: Access, link: Link) {
    const { problem } = await enterAsGuest({ code: link.code });
    if (!problem || problem.code === 'ALREADY_SIGNED_IN') {
      otherTabs.postMessage('session changed');
      return reload(problem ? link : null);
    }
    const isUnusable = problem.code === 'INVITATION_CODE_INVALID';
    const kept: Link = isUnusable ? { ...link, state: 'unusable' } : link;
    show({ step: 'here', access, link: kept, problem: isUnusable ? null : problem, changes });
  }

  /** Asks again who is here. Without an answer the page stays as it is. */
  async function refresh() {
    if (visit.step !== 'here') return;
    const turn = latest;
    const answer = await api.access();
    if (turn === latest && answer.value && visit.step === 'here')
      show({ ...visit, access: answer.value, changes });
  }

  async function reload(link: Link | null) {
    const turn = ++latest;
    const answer = await api.access();
    if (turn !== latest) return;
    if (answer.problem) return showUnreachable(answer.problem, null);
    show({ step: 'here', access: answer.value, link, problem: null, changes });
  }

  function showUnreachable(problem: Problem, code: string | null) {
    show({ step: 'unreachable', problem, again: () => void arrive(code) });
  }

  function show(next: Visit) {
    visit = next;
    for (const listener of listeners) listener();
  }
}

/** A page that is only prerendered may never be seen: it must not spend anything. */
async function untilShown() {
  if (!('prerendering' in document) || !document.prerendering) return;
  await new Promise((resolve) => document.addEventListener('prerenderingchange', resolve, { once: true }));
}
