import type { Browser } from '../session/effects.ts';
import { memory } from './storage.ts';

/** A tab without a browser: it notes where it went, what it told the others, and what it showed in its place. */
export function testBrowser(path = '/') {
  const went: string[] = [];
  const posted: string[] = [];
  const vanished: { url: string; done: Promise<unknown> }[] = [];
  let current = path;
  const browser: Browser = {
    path: () => current,
    tabStorage: memory(),
    sharedStorage: memory(),
    navigate(to) {
      went.push(to);
      current = to;
    },
    post: (message) => void posted.push(message),
    vanish: (url, done) => void vanished.push({ url, done }),
    untilShown: async () => {},
    speak: async () => {},
  };
  const goTo = (to: string) => {
    current = to;
  };
  return { browser, went, posted, vanished, goTo };
}
