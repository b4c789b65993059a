import assert from 'node:assert/strict';
import { after, test as plainTest } from 'node:test';
import puppeteer from 'puppeteer-core';
import { until } from '../testing/chats/read-reply.ts';
import { mustFind, needs } from '../testing/database/programs.ts';
import { firefox } from './browser.ts';
import { afterThisTest } from './cleanups.ts';
import type { Foyer } from './foyer.ts';

// Playwright drives only a Firefox of its own. Puppeteer drives the one that people have, by WebDriver BiDi.

export type FirefoxVisitor = Awaited<ReturnType<Awaited<ReturnType<typeof openFirefox>>['visitor']>>;
type Account = { email: string; password: string };

/** The timeout of every step, in milliseconds. */
const timeoutMs = 15_000;

const without = needs(firefox);

/** A test in Firefox. It is skipped if there is none. */
export function test(name: string, journey: () => Promise<void>) {
  plainTest(name, without, journey);
}

/** The Firefox of one test file. After each test its profiles are closed, and errors that nobody saw fail the test. */
export async function openFirefox() {
  const browser = without.skip ? null : await launch();
  after(() => browser?.close());
  const leaveLater = afterThisTest();

  return {
    /** A new person with a fresh profile. */
    async visitor({ url }: Pick<Foyer, 'url'>) {
      if (!browser) throw new Error('There is no Firefox');
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      page.setDefaultTimeout(timeoutMs);
      await page.setViewport({ width: 1000, height: 700 });
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(`exception: ${String(error)}`));
      page.on(
        'console',
        (message) => message.type() === 'error' && errors.push(`console: ${message.text()}`),
      );
      page.on('response', (response) => {
        if (response.status() >= 400) errors.push(`${response.url()}: ${response.status()}`);
      });
      leaveLater(async () => {
        await context.close();
        assert.deepEqual(errors, [], 'errors in Firefox');
      });
      return visitorOn(page, url);
    },
  };
}

function launch() {
  return puppeteer.launch({
    browser: 'firefox',
    executablePath: mustFind(firefox),
    // Older ones lack it.
    extraPrefsFirefox: { 'layout.css.field-sizing.enabled': false },
  });
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof launch>>['newPage']>>;

/** What a person does, in their words, as in `visitor.ts`. */
function visitorOn(page: Page, url: string) {
  const named = (name: string, role: string) => page.locator(`aria/${name}[role="${role}"]`);
  const press = (name: string) => named(name, 'button').click();
  const evaluate = <T>(script: string) => page.evaluate(script) as Promise<T>;
  const textOf = (selector: string) =>
    evaluate<string>(`document.querySelector(${JSON.stringify(selector)})?.innerText ?? ''`);
  const fillIn = async ({ email, password }: Account, button: string) => {
    await named('Email', 'textbox').fill(email);
    await page.locator('input[type=password]').fill(password);
    await press(button);
  };
  const message = () => evaluate<string>("document.querySelector('textarea')?.value");

  return {
    page,
    evaluate,
    press,
    message,
    follow: (name: string) => named(name, 'link').click(),
    fill: (label: string, text: string) => named(label, 'textbox').fill(text),
    open: (path: string) => page.goto(new URL(path, url).href),
    path: () => new URL(page.url()).pathname,
    /** Waits until the page, or this part of it, shows the text. */
    sees: (text: string, where = 'body') => until(async () => (await textOf(where)).includes(text)),
    seesNot: async (text: string) => assert.ok(!(await textOf('body')).includes(text), text),
    /** Replaces the message at once: `fill` types, and Enter would send it. */
    paste: (text: string) =>
      page.evaluate(`{
        document.querySelector('textarea').select();
        document.execCommand('insertText', false, ${JSON.stringify(text)});
      }`),
    /** Sends a message and waits for the complete answer. */
    async ask(text: string) {
      const replies = () => evaluate<number>('document.querySelectorAll("article").length');
      const before = await replies();
      await named('Message', 'textbox').fill(text);
      await page.keyboard.press('Enter');
      await until(async () => (await replies()) === before + 2);
      await named('Send', 'button').wait();
    },
    register: (account: Account) => fillIn(account, 'Register'),
    logIn: (account: Account) => fillIn(account, 'Login'),
  };
}
