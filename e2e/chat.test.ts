import assert from 'node:assert/strict';
import { after } from 'node:test';
import { openDatabase } from '@foyer/database';
import { until } from '../testing/chats/read-reply.ts';
import { freePort } from '../testing/database/database.ts';
import { startUpstream, upstreamAnswer } from '../testing/server/upstream.ts';
import { openConnection } from './connection.ts';
import { startFoyer } from './foyer.ts';
import { openBrowser, test } from './testing.ts';
import type { Allowed } from './visitor.ts';

const byDefault = { DEFAULT_LOGIN_CODE: 'POSTER' };
/** The pace of an endless answer, in milliseconds per word: a page on a busy machine must keep up. */
const unhurried = 100;
const browser = await openBrowser();

test('the demo assistant says that it is one, and its Markdown is drawn with lists, code and tables', async () => {
  const guest = await guestOf(await foyerWith({}));
  await guest.page.getByText('Demo assistant, no real AI yet.').waitFor();
  await guest.say('Show me markdown');
  const reply = guest.replies;
  await reply.getByRole('table').waitFor();
  await guest.button('Send').waitFor();
  assert.deepEqual(await reply.getByRole('columnheader').allInnerTexts(), ['day', 'open']);
  assert.equal(await reply.getByRole('row').count(), 3);
  assert.equal(await reply.getByRole('listitem').count(), 2);
  assert.match(await reply.getByRole('code').last().innerText(), /function greet\(name: string\)/);
  await reply.getByRole('code').last().locator('.hljs-keyword', { hasText: 'function' }).waitFor();
  assert.equal(await reply.getByRole('link').getAttribute('rel'), 'noreferrer');
});

test('after a reload in the middle of an answer, the same answer continues to its end', async () => {
  const guest = await guestOf(await foyerWith({}));
  await guest.say('Show me markdown');
  await guest.replies.filter({ hasText: 'I am only' }).waitFor();
  await guest.page.reload();
  await guest.replies.filter({ hasText: 'Saturday' }).waitFor();
  await guest.button('Send').waitFor();
  assert.equal(await guest.replies.count(), 1);
  assert.equal(await guest.page.getByRole('article', { name: 'You' }).count(), 1);
});

test('Enter sends, Shift and Enter start a new line, and a message over the limit is not sent', async () => {
  const guest = await guestOf(await foyerWith({ MESSAGE_CHARACTERS: '40' }));
  await guest.composer.pressSequentially('one');
  await guest.composer.press('Shift+Enter');
  await guest.composer.pressSequentially('two');
  assert.equal(await guest.composer.inputValue(), 'one\ntwo');
  await guest.composer.press('Enter');
  await guest.replies.filter({ hasText: 'begins with “one two”' }).waitFor();
  await guest.button('Send').waitFor();

  await guest.composer.fill('x'.repeat(41));
  await guest.page.getByText('41 of 40 characters').waitFor();
  assert.equal(await guest.button('Send').isEnabled(), false);
  await guest.composer.press('Enter');
  assert.equal(await guest.composer.inputValue(), 'x'.repeat(41));
  await guest.composer.fill('x'.repeat(40));
  await guest.button('Send').click();
  await guest.replies.nth(1).waitFor();
});

test('Stop ends an answer that would never end, and what was written stays after a reload', async () => {
  const upstream = await startUpstream({ wordMs: unhurried });
  after(upstream.close);
  const guest = await guestOf(await foyerWith({ MODEL_URL: upstream.url, MODEL_NAME: 'endless' }));
  assert.equal(await guest.page.getByText('Demo assistant').count(), 0);
  await guest.say('Go on for ever');
  await guest.replies.filter({ hasText: 'word word word' }).waitFor();
  await guest.page.reload();
  await guest.replies.filter({ hasText: 'word word word' }).waitFor();
  await guest.button('Stop').click();
  await guest.replies.filter({ hasText: 'Stopped before the end' }).waitFor();
  await guest.button('Send').waitFor();
  await guest.page.reload();
  await guest.replies.filter({ hasText: 'Stopped before the end' }).waitFor();
  assert.equal(await guest.replies.count(), 1);
  assert.match(await guest.replies.innerText(), /word word word/);
});

test('when the model cannot be reached, the page offers Try again, and then the question is answered', async () => {
  const upstream = await startUpstream();
  after(upstream.close);
  const connection = await openConnection(Number(new URL(upstream.url).port));
  const guest = await guestOf(
    await foyerWith({ MODEL_URL: `http://127.0.0.1:${connection.port}/v1`, MODEL_NAME: 'ok' }),
  );
  connection.cut();
  await guest.say('Are you there?');
  await guest.alert.filter({ hasText: 'Your question is kept' }).waitFor();
  await guest.page.reload();
  await guest.page.getByRole('article', { name: 'You' }).filter({ hasText: 'Are you there?' }).waitFor();
  connection.restore();
  await guest.button('Try again').click();
  await guest.replies.filter({ hasText: upstreamAnswer.trim() }).waitFor();
  await guest.button('Send').waitFor();
  assert.equal(await guest.replies.count(), 1);
  assert.equal(await guest.page.getByRole('article', { name: 'You' }).count(), 1);
});

test('Try again in an outdated tab shows the messages of the other tab, and replaces nothing', async () => {
  const guest = await guestOf(await foyerWith({}), { mayBeRefused: true });
  await guest.say('One');
  await guest.replies.filter({ hasText: 'begins with “One”' }).waitFor();
  await guest.button('Try again').waitFor();
  const other = await guest.newTab();
  await other.open(new URL(guest.page.url()).pathname);
  await other.say('Two');
  await other.replies.filter({ hasText: 'begins with “Two”' }).waitFor();
  await other.button('Try again').waitFor();
  const said = await other.replies.allInnerTexts();

  await guest.button('Try again').click();
  await guest.replies.filter({ hasText: 'begins with “Two”' }).waitFor();
  await guest.button('Try again').waitFor();
  assert.deepEqual(await guest.replies.allInnerTexts(), said);
  await other.page.reload();
  await other.button('Try again').waitFor();
  assert.deepEqual(await other.replies.allInnerTexts(), said);
  for (const time of ['what was taken over', 'what was just answered']) {
    const answering = guest.page.waitForResponse(/\/retry$/);
    await guest.button('Try again').click();
    assert.equal((await answering).status(), 200, time);
    await guest.button('Try again').waitFor();
  }
});

test('an answer survives a lost connection, and is complete when the connection is back', async () => {
  const port = await freePort();
  const connection = await openConnection(port);
  const url = `http://127.0.0.1:${connection.port}`;
  const foyer = await startFoyer({ ...byDefault, PORT: String(port), PUBLIC_URL: url });
  await foyer.makeCode('login', { code: 'POSTER' });
  const guest = await browser.visitor(foyer, { mayLoseConnection: true });
  await guest.open('/');
  await guest.continueAsGuest();
  await guest.say('Show me markdown');
  await guest.replies.filter({ hasText: 'I am only' }).waitFor();
  connection.cut();
  await guest.alert.filter({ hasText: 'cannot be reached' }).waitFor();
  connection.restore();
  await guest.replies.filter({ hasText: 'Saturday' }).waitFor();
  await guest.button('Send').waitFor();
  assert.equal(await guest.replies.count(), 1);
});

test('when the server dies, the answer is marked as interrupted without a reload, and Try again answers anew', async () => {
  const upstream = await startUpstream({ wordMs: unhurried });
  after(upstream.close);
  const foyer = await foyerWith({ MODEL_URL: upstream.url, MODEL_NAME: 'endless' });
  const guest = await browser.visitor(foyer, { mayLoseConnection: true });
  await guest.open('/');
  await guest.continueAsGuest();
  await guest.say('Go on for ever');
  const { db, close } = openDatabase(foyer.databaseUrl);
  after(close);
  const kept = () =>
    db.selectFrom('message').select(['id', 'characters']).where('role', '=', 'assistant').executeTakeFirst();
  await until(async () => ((await kept())?.characters ?? 0) > 'word word'.length);
  // The page resumes a reply by itself only after it has shown a part of it.
  await guest.replies.filter({ hasText: 'word word' }).waitFor();
  const crashed = await kept();
  await foyer.crash();
  // The lease would expire by itself within half a minute.
  await db.updateTable('reply').set({ leaseUntil: 0 }).execute();
  await guest.replies.filter({ hasText: 'Interrupted before the end' }).waitFor();
  assert.match(await guest.replies.innerText(), /word word/);
  await guest.alert.waitFor({ state: 'detached' });
  await guest.button('Try again').click();
  // A reply that is stopped before its first word is not saved.
  await until(async () => ![undefined, crashed?.id].includes((await kept())?.id));
  await guest.button('Stop').click();
  await guest.replies.filter({ hasText: 'Stopped before the end' }).waitFor();
  assert.equal(await guest.replies.count(), 1);
});

async function foyerWith(settings: Record<string, string>) {
  const foyer = await startFoyer({ ...byDefault, ...settings });
  await foyer.makeCode('login', { code: 'POSTER' });
  return foyer;
}

async function guestOf(foyer: { url: string }, allowed: Partial<Allowed> = {}) {
  const guest = await browser.visitor(foyer, allowed);
  await guest.open('/');
  await guest.continueAsGuest();
  return guest;
}
