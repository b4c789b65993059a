import type { Language } from '@foyer/policy';
import { currentLanguage, showLanguage } from '../messages/show-language.ts';
import type { Browser } from './effects.ts';
import { openOtherTabs } from './other-tabs.ts';
import type { SessionStore } from './store.ts';

/** The browser that this page runs in. */
export function openBrowser({ navigate, vanish }: Pick<Browser, 'navigate' | 'vanish'>) {
  const otherTabs = openOtherTabs();
  const browser: Browser = {
    path: () => location.pathname,
    tabStorage: sessionStorage,
    sharedStorage: localStorage,
    navigate,
    post: otherTabs.post,
    vanish,
    untilShown,
    speak,
  };
  /** Tells the store what other tabs do, and when the person looks at this one. */
  function connect(store: SessionStore) {
    otherTabs.listen((message) => void store.receive(message));
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') void store.refresh();
    });
    window.addEventListener('focus', () => void store.refresh());
  }
  return { browser, connect };
}

/** Without a connection the page stays in the language that it has. */
async function speak(language: Language) {
  if (language !== currentLanguage()) await showLanguage(language).catch(() => {});
}

async function untilShown() {
  if (!('prerendering' in document) || !document.prerendering) return;
  await new Promise((resolve) => document.addEventListener('prerenderingchange', resolve, { once: true }));
}
