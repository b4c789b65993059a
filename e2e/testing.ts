import assert from 'node:assert/strict';
import { after, test as plainTest } from 'node:test';
import type { BrowserContextOptions } from 'playwright-core';
import { skippedFor } from '../testing/database/database.ts';
import { findBrowser, launchBrowser, noBrowser } from './browser.ts';
import { afterThisTest } from './cleanups.ts';
import type { Foyer } from './foyer.ts';
import { type Allowed, visitorOn, watch } from './visitor.ts';

/** The timeout of every step, in milliseconds. */
const timeoutMs = 15_000;

const without = skippedFor(findBrowser() ? null : noBrowser);

/** A test in a browser. It is skipped if there is none. */
export function test(name: string, journey: () => Promise<void>) {
  plainTest(name, without, journey);
}

/**
 * The browser of one test file. After each test its profiles are closed, and anything that went wrong unseen fails the test.
 */
export async function openBrowser() {
  const browser = without.skip ? null : await launchBrowser();
  after(() => browser?.close());
  const leaveLater = afterThisTest();

  return {
    /** A new person with a fresh browser profile. */
    async visitor(
      foyer: Pick<Foyer, 'url'>,
      {
        mayBeRefused = false,
        mayLoseConnection = false,
        mayBreak = false,
        ...options
      }: BrowserContextOptions & Partial<Allowed> = {},
    ) {
      if (!browser) throw new Error(noBrowser);
      const context = await browser.newContext({ baseURL: foyer.url, ...options });
      context.setDefaultTimeout(timeoutMs);
      const { errors, addresses } = watch(context, { mayBeRefused, mayLoseConnection, mayBreak });
      leaveLater(async () => {
        await context.close();
        assert.deepEqual(errors, [], 'errors in the browser');
      });
      const newTab = async () => visitorOn(await context.newPage());
      return { ...(await newTab()), context, newTab, addresses };
    },
  };
}
