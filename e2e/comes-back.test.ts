import assert from 'node:assert/strict';
import { freePort } from '../testing/database/database.ts';
import { openConnection } from './connection.ts';
import { startFoyer } from './foyer.ts';
import { openBrowser, test } from './testing.ts';

const browser = await openBrowser();

/** A server behind a connection that can be cut. */
async function start() {
  const port = await freePort();
  const connection = await openConnection(port);
  const url = `http://127.0.0.1:${connection.port}`;
  const foyer = await startFoyer({ DEFAULT_LOGIN_CODE: 'POSTER', PORT: String(port), PUBLIC_URL: url });
  await foyer.makeCode('login', { code: 'POSTER' });
  const visitor = await browser.visitor(foyer, { mayLoseConnection: true, mayBeRefused: true });
  return { connection, visitor };
}

test('the page of a server that cannot be reached goes away by itself', async () => {
  const { visitor } = await start();
  await visitor.open('/');
  // The page itself is there: only the server's answers are missing.
  await visitor.page.route('**/api/access', (route) => route.abort());
  await visitor.page.reload();
  await visitor.heading('Foyer cannot be reached').waitFor();
  await visitor.page.unroute('**/api/access');
  await visitor.button('Continue as Guest').waitFor();
});

test('a question that did not arrive is sent again by itself, and is there once', async () => {
  const { connection, visitor } = await start();
  await visitor.open('/');
  await visitor.continueAsGuest();
  connection.cut();
  const failed = visitor.page.waitForEvent('requestfailed', (request) => request.url().endsWith('/messages'));
  await visitor.say('Are you there?');
  const first = (await failed).postDataJSON();
  const again = visitor.page.waitForRequest((request) => request.url().endsWith('/messages'));
  connection.restore();
  assert.deepEqual((await again).postDataJSON(), first, 'the same id');
  await visitor.replies.filter({ hasText: 'begins with “Are you there”' }).waitFor();
  await visitor.button('Send').waitFor();
  assert.equal(await visitor.page.getByRole('article', { name: 'You' }).count(), 1);
  await visitor.page.reload();
  await visitor.replies.waitFor();
  assert.equal(await visitor.page.getByRole('article', { name: 'You' }).count(), 1);
});
