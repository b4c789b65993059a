import type { CDPSession, Page } from 'playwright-core';
import { launchBrowser } from '../../e2e/browser.ts';

/** A slow phone beside a fast computer, as Lighthouse counts it. */
const slowdown = 4;

export type SlowPage = AsyncDisposable & {
  page: Page;
  /** Does this on a processor slowed four times. */
  slowly: <T>(act: () => Promise<T>) => Promise<T>;
};

/** The chat page of a person in a browser of its own. */
export async function openSlowPage(origin: string, cookie: string): Promise<SlowPage> {
  const browser = await launchBrowser();
  const context = await browser.newContext({ baseURL: origin, viewport: { width: 1000, height: 800 } });
  const cookies = cookie.split('; ').map((pair) => {
    const [name = '', ...value] = pair.split('=');
    return { name, value: value.join('='), url: origin };
  });
  await context.addCookies(cookies);
  const page = await context.newPage();
  await page.goto('/chat');
  await page.getByRole('textbox', { name: 'Message' }).waitFor();
  const devtools = await context.newCDPSession(page);
  return {
    page,
    slowly: async (act) => {
      await slow(devtools, slowdown);
      return act().finally(() => slow(devtools, 1));
    },
    [Symbol.asyncDispose]: () => browser.close(),
  };
}

function slow(devtools: CDPSession, rate: number) {
  return devtools.send('Emulation.setCPUThrottlingRate', { rate });
}
