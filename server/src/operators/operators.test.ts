import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onEveryDatabase } from '../../../testing/database/database.ts';
import { goodPassword, newEmail, startApp, type TestApp, type Visitor } from '../../../testing/server/app.ts';
import { newMember, newOperator, newToken } from '../../../testing/server/operators.ts';
import { command } from '../audit/note-act.ts';
import { makeLink } from './links.ts';
import { addByEmail, addMember, removeOperator } from './operators.ts';

const hourMs = 60 * 60_000;

onEveryDatabase(({ place }) => {
  test('a set-up link makes an operator', async (t) => {
    // The settings that keep everybody else out.
    const app = await startApp((await place()).url, { REGISTRATION: 'disabled' });
    const making = () => ({ db: app.db, keys: app.parts.operatorKeys, publicUrl: app.origin });
    const how = () => ({ actor: command, now: app.parts.now() });

    async function linkFor(email: string): Promise<string> {
      const added = await addByEmail(making(), email, how());
      assert.equal(added.became, 'link');
      return tokenIn(added.became === 'link' ? added.link : '');
    }

    await t.test('who has no account yet and needs no registration code, once', async () => {
      const email = newEmail();
      const token = await linkFor(email.toUpperCase());
      const browser = app.visitor();
      const look = async () => (await browser.post(`${base}/set-up/look`, { token })).body;
      const { state, email: named } = (await look()) as { state: string; email: string };
      assert.deepEqual([state, named], ['valid', email]);
      assert.equal((await setUp(browser, token, { password: 'short' })).code, 'PASSWORD_TOO_SHORT');
      const answer = await setUp(browser, token);
      assert.equal(answer.status, 200);
      assert.deepEqual((await browser.get(`${base}/me`)).body, {
        ...{ by: 'operator', id: idIn(answer), email, name: null },
        ...{ scopes: ['read', 'codes', 'people', 'settings'], twoFactor: false, hasPassword: true },
        freshUntil: ((await browser.get(`${base}/me`)).body as { freshUntil: number }).freshUntil,
      });
      assert.equal((await app.visitor().login(email)).status, 200);
      assert.equal((await setUp(app.visitor(), token)).code, 'LINK_USED');
      assert.equal(((await look()) as { state: string }).state, 'used');
      const kept = JSON.stringify(await app.db.selectFrom('operatorLink').selectAll().execute());
      assert.ok(!kept.includes(token) && !kept.includes(email));
    });

    await t.test('whose account was made since, without leaving anybody else in it', async () => {
      const email = newEmail();
      const token = await linkFor(email);
      const stranger = await registered(app, email);
      assert.equal((await setUp(app.visitor(), token, { password: 'another-quiet-lantern' })).status, 200);
      assert.equal((await stranger.get('/api/account')).code, 'NOT_SIGNED_IN');
      assert.equal((await app.visitor().login(email)).code, 'INVALID_EMAIL_OR_PASSWORD');
    });

    await t.test('and works neither after a day nor after a newer one, nor by chance', async () => {
      const email = newEmail();
      const former = await linkFor(email);
      const token = await linkFor(email);
      assert.equal((await setUp(app.visitor(), former)).code, 'LINK_INVALID');
      assert.equal((await setUp(app.visitor(), `${token}x`)).code, 'LINK_INVALID');
      app.pass(24 * hourMs);
      assert.equal((await setUp(app.visitor(), token)).code, 'LINK_INVALID');
      const { body } = await app.visitor().post(`${base}/set-up/look`, { token });
      assert.deepEqual({ ...(body as object), expiresAt: 0 }, { state: 'ended', email: null, expiresAt: 0 });
    });

    await t.test('once, also for two who use it at the same moment', async () => {
      const token = await linkFor(newEmail());
      const answers = await Promise.all([1, 2, 3].map(() => setUp(app.visitor(), token)));
      assert.equal(answers.filter(({ status }) => status === 200).length, 1);
    });

    await t.test('but not of a guest, who decides about their chats first', async () => {
      const token = await linkFor(newEmail());
      const guest = app.visitor();
      await guest.enter(await app.makeCode());
      assert.equal((await setUp(guest, token)).code, 'ALREADY_SIGNED_IN');
      assert.equal((await setUp(app.visitor(), token)).status, 200);
    });

    await t.test('with the email that they choose, where the link names none', async () => {
      const { link } = await makeLink(making(), null, app.parts.now());
      const token = tokenIn(link);
      const email = newEmail();
      await registered(app, email);
      assert.equal((await setUp(app.visitor(), token)).code, 'INVALID_EMAIL');
      assert.equal((await setUp(app.visitor(), token, { email })).code, 'USER_ALREADY_EXISTS');
      const browser = app.visitor();
      assert.equal((await setUp(browser, token, { email: newEmail() })).status, 200);
      assert.equal((await browser.get(`${base}/operators`)).status, 200);
    });
  });

  test('operators make and remove others, and the last one stays', async () => {
    const app = await startApp((await place()).url);
    const first = await newOperator(app);
    const second = await newMember(app);
    const guest = app.visitor();
    const entered = await guest.enter(await app.makeCode());
    const add = (userId: string) => first.browser.post(`${base}/operators`, { userId });
    const remove = (by: Visitor, id: string) => by.send('DELETE', `${base}/operators/${id}`);
    assert.equal((await add('nobody')).code, 'NOT_FOUND');
    assert.equal((await add(idIn(entered))).code, 'NOT_A_MEMBER');
    assert.equal((await remove(first.browser, first.id)).code, 'LAST_OPERATOR');
    assert.equal((await add(second.id)).status, 204);
    const { body } = await second.browser.get(`${base}/operators`);
    const { operators } = body as { operators: { userId: string; email: string }[] };
    assert.deepEqual(
      operators.map(({ userId, email }) => [userId, email]),
      [first, second].map(({ id, email }) => [id, email]),
    );
    assert.equal((await remove(second.browser, first.id)).status, 204);
    assert.equal((await first.browser.get(`${base}/me`)).code, 'NOT_AN_OPERATOR');
  });

  test('of operators who remove each other at the same moment, one stays', async () => {
    const app = await startApp((await place()).url);
    const people = [await newMember(app), await newMember(app)];
    const how = () => ({ actor: command, now: Date.now() });
    for (let round = 0; round < 20; round++) {
      for (const { id } of people) await addMember(app.db, id, how());
      const removed = await Promise.all(
        people.map(({ id }) => removeOperator(app.db, id, { ...how(), keepsLast: true })),
      );
      assert.equal(removed.filter((each) => 'refusal' in each).length, 1);
    }
  });

  test('the tokens of an operator end with their role, those of commands stay', async () => {
    const app = await startApp((await place()).url);
    const { id, browser } = await newOperator(app);
    const other = await newToken(app, 'read');
    const made = await browser.post(`${base}/tokens`, { name: 'mine', scopes: ['read', 'read'] });
    const { token, scopes } = made.body as { token: string; scopes: string[] };
    assert.deepEqual([made.status, scopes], [201, ['read']]);
    const ask = (authorization: string) =>
      app.visitor().send('GET', `${base}/me`, undefined, { authorization });
    assert.equal((await ask(`Bearer ${token}`)).status, 200);
    const block = (blockedAt: number | null) =>
      app.db.updateTable('user').set({ blockedAt }).where('id', '=', id).execute();
    await block(1);
    assert.equal((await ask(`Bearer ${token}`)).code, 'TOKEN_INVALID');
    await block(null);
    assert.equal((await ask(`Bearer ${token}`)).status, 200);
    await removeOperator(app.db, id, { actor: command, now: Date.now(), keepsLast: false });
    assert.equal((await ask(`Bearer ${token}`)).code, 'TOKEN_INVALID');
    assert.equal((await ask(other.headers.authorization)).status, 200);
    const kept = JSON.stringify(await app.db.selectFrom('operatorToken').selectAll().execute());
    assert.ok(!kept.includes(token));
  });

  test('the use of a token is noted, at most once a minute', async () => {
    const app = await startApp((await place()).url);
    const { headers } = await newToken(app, 'read', 'settings');
    app.stopClock();
    const used = async () => {
      const { body } = await app.visitor().send('GET', `${base}/tokens`, undefined, headers);
      return (body as { tokens: { lastUsedAt: number }[] }).tokens[0]?.lastUsedAt;
    };
    const first = await used();
    app.pass(59_000);
    assert.equal(await used(), first);
    app.pass(2_000);
    assert.equal(await used(), (first ?? 0) + 61_000);
  });

  test('a confirmation with the password makes a session fresh again', async () => {
    const app = await startApp((await place()).url);
    const { id, browser } = await newOperator(app);
    app.pass(16 * 60_000);
    const add = () => browser.post(`${base}/operators`, { userId: id });
    assert.equal((await add()).code, 'SIGN_IN_AGAIN');
    assert.equal((await browser.post(`${base}/confirm`, { password: 'wrong' })).code, 'WRONG_PASSWORD');
    assert.equal((await add()).code, 'SIGN_IN_AGAIN');
    assert.equal((await browser.post(`${base}/confirm`, { password: goodPassword })).status, 200);
    assert.equal((await add()).status, 204);
    app.pass(16 * 60_000);
    assert.equal((await add()).code, 'SIGN_IN_AGAIN');
  });

  test('what operators do is in the audit log, by id, with the network of their address', async () => {
    const app = await startApp((await place()).url);
    const { id } = await newOperator(app);
    const made = await addByEmail(
      { db: app.db, keys: app.parts.operatorKeys, publicUrl: app.origin },
      'new@example.org',
      { actor: command, now: Date.now() },
    );
    const browser = app.visitor('192.0.2.77');
    const answer = await setUp(browser, tokenIn(made.became === 'link' ? made.link : ''));
    await browser.post(`${base}/tokens`, { name: 'cards', scopes: ['codes'] });
    const rows = await app.db.selectFrom('audit').selectAll().orderBy('at').orderBy('id').execute();
    assert.deepEqual(
      rows.map(({ by, byId, act, onId, from }) => [by, byId, act, onId, from]),
      [
        ['command', null, 'operator.add', id, null],
        ['command', null, 'operator.invite', null, null],
        ['operator', idIn(answer), 'operator.set-up', idIn(answer), '192.0.2.0/24'],
        ['operator', idIn(answer), 'token.create', rows.at(-1)?.onId, '192.0.2.0/24'],
      ],
    );
    assert.ok(!JSON.stringify(rows).includes('example.org'));
  });
});

const base = '/api/operator';

function setUp(browser: Visitor, token: string, more: { password?: string; email?: string } = {}) {
  return browser.post(`${base}/set-up`, { token, password: goodPassword, ...more });
}

function tokenIn(link: string): string {
  return link.split('#token=')[1] ?? '';
}

function idIn({ body }: { body: unknown }): string {
  return (body as { user: { id: string } }).user.id;
}

/** Somebody who came in by a guest's way: registration is closed. */
async function registered(app: TestApp, email: string): Promise<Visitor> {
  const browser = app.visitor();
  await browser.enter(await app.makeCode());
  assert.equal((await browser.convert(email)).status, 200);
  return browser;
}
