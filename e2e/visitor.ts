import type { BrowserContext, Page } from 'playwright-core';

export type Visitor = ReturnType<typeof visitorOn>;
type Account = { email: string; password: string };

/** Somebody before one tab of their browser: what they do, in their words. */
export function visitorOn(page: Page) {
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
  const door = (name: string) => button(name).or(page.getByRole('link', { name, exact: true }));
  const composer = page.getByRole('textbox', { name: 'Message' });
  const replies = page.getByRole('main').getByRole('article', { name: 'Assistant' });

  return {
    page,
    button,
    /** A button or a link that leads to another page. */
    door,
    composer,
    replies,
    alert: page.getByRole('alert'),
    field: (name: string) => page.getByRole('textbox', { name, exact: true }),
    heading: (name: string | RegExp) => page.getByRole('heading', { level: 1, name }),
    /** Where they are: the address without its origin. */
    address: () => page.url().slice(new URL(page.url()).origin.length),

    /** Opens an address of Foyer and waits until something is drawn. */
    async open(path: string) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
    },
    async continueAsGuest() {
      await button('Continue as Guest').click();
      await composer.waitFor();
    },
    async enterWith(code: string) {
      await page.getByLabel('Invitation code').fill(code);
      await button('Start chatting').click();
    },
    async register({ email, password }: Account) {
      await page.getByLabel('Email').fill(email);
      await page.getByLabel('Password', { exact: true }).fill(password);
      await button('Register').click();
    },
    async logIn({ email, password }: Account) {
      await page.getByLabel('Email').fill(email);
      await page.getByLabel('Password', { exact: true }).fill(password);
      await button('Login').click();
    },
    /** Logs in at the provider to which they were sent, under their name there, and is sent back. */
    async letInAs(name: string, here: string) {
      await page.waitForURL((url) => url.origin !== new URL(here).origin);
      await page.locator('input[name=login]').fill(name);
      await page.locator('input[name=password]').fill('any');
      await page.getByRole('button', { name: 'Sign-in' }).click();
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.waitForURL((url) => url.origin === new URL(here).origin);
    },
    /** Sends a message, and does not wait for its answer. */
    async say(text: string) {
      await composer.fill(text);
      await composer.press('Enter');
    },
    /** Sends a message and waits until it is answered in full. */
    async ask(text: string) {
      const before = await replies.count();
      await composer.fill(text);
      await composer.press('Enter');
      await replies.nth(before).waitFor();
      await button('Send').waitFor();
    },
    /** Logs out as a guest who means it. */
    async logOutAndDelete() {
      await button('Log out').click();
      await button('Log out and delete').click();
      await page.waitForURL((url) => url.pathname === '/');
    },
  };
}

/** What may happen in a journey that a browser reports as an error of its own. */
export type Allowed = {
  /** The server says no. */
  mayBeRefused: boolean;
  /** The line to the server breaks. */
  mayLoseTheLine: boolean;
  /** A part of the page throws, and another stands in for it. */
  mayBreak: boolean;
};

/** Notes every address that a browser asks for, and what must not happen: errors, exceptions, failed requests. */
export function watch(context: BrowserContext, { mayBeRefused, mayLoseTheLine, mayBreak }: Allowed) {
  const troubles: string[] = [];
  const addresses: string[] = [];
  context.on('request', (request) => addresses.push(request.url()));
  context.on('weberror', (error) => troubles.push(`exception: ${error.error().message}`));
  context.on('console', (message) => {
    // What could not be loaded is noted with its address below.
    const isLoading = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isLoading && !mayBreak) troubles.push(`console: ${message.text()}`);
  });
  context.on('requestfailed', (request) => {
    // A reload gives up what is still under way.
    const why = request.failure()?.errorText;
    if (why !== 'net::ERR_ABORTED' && !mayLoseTheLine)
      troubles.push(`${request.method()} ${request.url()}: ${why}`);
  });
  context.on('response', (response) => {
    const isRefused = mayBeRefused && response.status() < 500 && response.url().includes('/api/');
    if (response.status() >= 400 && !isRefused) troubles.push(`${response.url()}: ${response.status()}`);
  });
  return { troubles, addresses };
}
