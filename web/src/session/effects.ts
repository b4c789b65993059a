import type { Language } from '@foyer/policy';
import { isWaitForRoom } from '../api/problem.ts';
import { signInApi } from '../api/sign-in.ts';
import { enterAsGuest, takeAttempt } from './enter.ts';
import { eraseGuest, loadBootstrap } from './load-bootstrap.ts';
import type { TabMessage } from './other-tabs.ts';
import type { Effect, Event } from './state/transition.ts';
import type { Drafts } from './storage/drafts.ts';
import { saveOpenChat } from './storage/open-chat.ts';
import { forgetReturn, saveReturn } from './storage/return-to.ts';

/** What the session store needs from the browser. */
export type Browser = {
  path: () => string;
  /** Lasts as long as the tab. */
  tabStorage: Storage;
  /** Lasts, and is shared by all tabs. */
  sharedStorage: Storage;
  navigate: (path: string) => void;
  post: (message: TabMessage) => void;
  /** Hides the page, and shows another site once `done` is settled, or takes too long. */
  vanish: (url: string, done: Promise<unknown>) => void;
  /** Waits while the page is only prerendered. */
  untilShown: () => Promise<void>;
  /** Shows the pages in this language. It never rejects. */
  speak: (language: Language) => Promise<void>;
};

/** Runs the effects of a transition. Slow effects report back with another event. */
export function createEffects(browser: Browser, drafts: Drafts) {
  return function run(effect: Effect): Promise<Event> | undefined {
    switch (effect.type) {
      case 'load':
        return load(browser, effect);
      case 'check-code':
        return checkCode(browser, effect);
      case 'enter':
        return enter(browser, effect);
      case 'broadcast':
        browser.post(effect.message);
        break;
      case 'navigate':
        browser.navigate(effect.path);
        break;
      case 'vanish': {
        const { url, erase } = effect;
        browser.vanish(url, erase ? eraseGuest(erase.guestId, browser.sharedStorage) : Promise.resolve());
        break;
      }
      case 'save-open-chat':
        saveOpenChat(effect.id, browser.tabStorage);
        break;
      case 'save-return':
        if (effect.returnTo) saveReturn(effect.returnTo, browser.tabStorage);
        else forgetReturn(browser.tabStorage);
        break;
      case 'clear-drafts':
        drafts.clear();
        break;
      case 'assign-drafts':
        drafts.belongTo(effect.person, effect.isSame);
        break;
    }
    return undefined;
  };
}

async function load(browser: Browser, { request }: Extract<Effect, { type: 'load' }>): Promise<Event> {
  // A page that is only prerendered may never be seen: it must not spend a use.
  if (request.for === 'arrival') await browser.untilShown();
  const answer = await loadBootstrap(browser.sharedStorage);
  if (answer.value) await browser.speak(answer.value.language);
  return { type: 'loaded', request, answer };
}

async function checkCode(browser: Browser, effect: Extract<Effect, { type: 'check-code' }>): Promise<Event> {
  const answer = await signInApi.checkCode(effect.link.code);
  if (answer.value?.language) await browser.speak(answer.value.language);
  return { ...effect, type: 'code-checked', answer };
}

async function enter(browser: Browser, effect: Extract<Effect, { type: 'enter' }>): Promise<Event> {
  const intention = { code: effect.link.code };
  const { problem = null } = await enterAsGuest(intention, browser.tabStorage);
  if (!problem || !isWaitForRoom(problem)) return { ...effect, type: 'entered', problem };
  const waiting = { intention, attemptId: takeAttempt(intention, browser.tabStorage), problem };
  return { ...effect, type: 'entered', problem, waiting };
}
