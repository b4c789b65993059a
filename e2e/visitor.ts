import type { BrowserContext, Page } from 'playwright-core';

export type Visitor = ReturnType<typeof visitorOn>;
type Account = { email: string; password: string };

/** A person in one tab: what they do, in their words. */
export function visitorOn(page: Page) {
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
  const control = (name: string) => button(name).or(page.getByRole('link', { name, exact: true }));
  const composer = page.getByRole('textbox', { name: 'Message' });
  const replies = page.getByRole('main').getByRole('article', { name: 'Assistant' });

  return {
    page,
    button,
    /** A button or a link that leads to another page. */
    control,
    composer,
    replies,
    alert: page.getByRole('alert'),
    field: (name: string) => page.getByRole('textbox', { name, exact: true }),
    heading: (name: string | RegExp) => page.getByRole('heading', { level: 1, name }),
    /** The address without its origin. */
    address: () => page.url().slice(new URL(page.url()).origin.length),

    /** Opens a page and waits until it is drawn. */
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
    /** Logs in at the provider's page, and waits to be sent back. */
    async logInAtProvider(name: string, here: string) {
      await page.waitForURL((url) => url.origin !== new URL(here).origin);
      await page.locator('input[name=login]').fill(name);
      await page.locator('input[name=password]').fill('any');
      await page.getByRole('button', { name: 'Sign-in' }).click();
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.waitForURL((url) => url.origin === new URL(here).origin);
    },
    /** Sends a message without waiting for the answer. */
    async say(text: string) {
      await composer.fill(text);
      await composer.press('Enter');
    },
    /** Sends a message and waits for the complete answer. */
    async ask(text: string) {
      const before = await replies.count();
      await composer.fill(text);
      await composer.press('Enter');
      await replies.nth(before).waitFor();
      await button('Send').waitFor();
    },
    /** Logs out as a guest, and confirms it. */
    async logOutAndDelete() {
      await button('Log out').click();
      await button('Log out and delete').click();
      await page.waitForURL((url) => url.pathname === '/');
    },
  };
}

/** Errors that the browser may report in this test. */
export type Allowed = {
  /** The server refuses a request. */
  mayBeRefused: boolean;
  /** The connection breaks. */
  mayLoseConnection: boolean;
  /** A part of the page throws. */
  mayBreak: boolean;
};

/** Records every request, and everything that must not happen: errors, exceptions, failed requests. */
export function watch(context: BrowserContext, { mayBeRefused, mayLoseConnection, mayBreak }: Allowed) {
  const errors: string[] = [];
  const addresses: string[] = [];
  context.on('request', (request) => addresses.push(request.url()));
  context.on('weberror', (error) => errors.push(`exception: ${error.error().message}`));
  context.on('console', (message) => {
    // Failed loads are recorded below, with their address.
    const isLoading = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isLoading && !mayBreak) errors.push(`console: ${message.text()}`);
  });
  context.on('requestfailed', (request) => {
    // A reload aborts running requests.
    const why = request.failure()?.errorText;
    if (why !== 'net::ERR_ABORTED' && !mayLoseConnection)
      errors.push(`${request.method()} ${request.url()}: ${why}`);
  });
  context.on('response', (response) => {
    const isRefused = mayBeRefused && response.status() < 500 && response.url().includes('/api/');
    if (response.status() >= 400 && !isRefused) errors.push(`${response.url()}: ${response.status()}`);
  });
  return { errors, addresses };
}
