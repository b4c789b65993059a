import assert from 'node:assert/strict';
import { after, afterEach, test as plainTest } from 'node:test';
import type { BrowserContextOptions } from 'playwright-core';
import { skippedFor } from '../testing/database/database.ts';
import { findBrowser, launchBrowser, noBrowser } from './browser.ts';
import type { Foyer } from './foyer.ts';
import { type Allowed, visitorOn, watch } from './visitor.ts';

/** How long a journey waits for what must come, in milliseconds. */
const patienceMs = 15_000;

const without = skippedFor(findBrowser() ? null : noBrowser);

/** A journey, which is skipped where there is no browser. */
export function test(name: string, journey: () => Promise<void>) {
  plainTest(name, without, journey);
}

/**
 * The browser of one file of journeys. After each test its visitors go home, and what went wrong unseen in their
 * browsers fails the test.
 */
export async function openBrowser() {
  const browser = without.skip ? null : await launchBrowser();
  after(() => browser?.close());
  let goHome: (() => Promise<void>)[] = [];
  afterEach(async () => {
    const all = goHome;
    goHome = [];
    for (const leave of all) await leave();
  });

  return {
    /** Somebody with a browser of their own, who has been nowhere yet. */
    async visitor(
      foyer: Pick<Foyer, 'url'>,
      {
        mayBeRefused = false,
        mayLoseTheLine = false,
        mayBreak = false,
        ...options
      }: BrowserContextOptions & Partial<Allowed> = {},
    ) {
      if (!browser) throw new Error(noBrowser);
      const context = await browser.newContext({ baseURL: foyer.url, ...options });
      context.setDefaultTimeout(patienceMs);
      const { troubles, addresses } = watch(context, { mayBeRefused, mayLoseTheLine, mayBreak });
      goHome.push(async () => {
        await context.close();
        assert.deepEqual(troubles, [], 'what the browser reported');
      });
      const newTab = async () => visitorOn(await context.newPage());
      return { ...(await newTab()), context, newTab, addresses };
    },
  };
}
