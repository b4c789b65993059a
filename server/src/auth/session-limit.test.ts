import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onEveryDatabase } from '../../../testing/database/database.ts';
import { newEmail, startApp, type TestApp, type Visitor } from '../../../testing/server/app.ts';
import { startAppWithIssuer } from '../../../testing/server/issuer.ts';
import { startMailbox, tokenIn } from '../../../testing/server/mailbox.ts';

const settings = { SESSIONS_PER_PERSON: '3', REGISTRATION_CODES: 'not-required' };

onEveryDatabase(({ place }) => {
  const sessionsIn = async ({ db }: TestApp) =>
    (await db.selectFrom('session').select('id').execute()).length;

  const isSignedIn = async (visitor: Visitor) =>
    ((await visitor.get('/api/access')).body as { person: unknown }).person !== null;

  /** Which of them are logged in, in their order. */
  const whoIsIn = async (visitors: Visitor[]) => {
    const answers: boolean[] = [];
    for (const visitor of visitors) answers.push(await isSignedIn(visitor));
    return answers;
  };

  test('the fourth login of a user ends the least recently used session', async () => {
    const app = await startApp((await place()).url, settings);
    const email = newEmail();
    const [first, second, third, fourth, fifth] = Array.from({ length: 5 }, () => app.visitor());
    assert.ok(first && second && third && fourth && fifth);
    const others = app.visitor();
    await others.register(newEmail());
    await first.register(email);
    for (const visitor of [second, third]) await visitor.login(email);
    assert.deepEqual(await whoIsIn([first, second, third]), [true, true, true]);
    await fourth.login(email);
    assert.deepEqual(await whoIsIn([first, second, third, fourth]), [false, true, true, true]);
    // Using a session prolongs it and sets its "last used" time.
    const { sessions } = (await second.get('/api/account')).body as {
      sessions: { id: string; isCurrent: boolean }[];
    };
    const current = sessions.find(({ isCurrent }) => isCurrent)?.id ?? '';
    const later = new Date(Date.now() + 3_600_000);
    await app.db.updateTable('session').set({ updatedAt: later }).where('id', '=', current).execute();
    await fifth.login(email);
    assert.deepEqual(await whoIsIn([second, third, fourth, fifth]), [true, false, true, true]);
    assert.equal(await isSignedIn(others), true);
  });

  test('many logins of a user at once leave as many sessions as allowed', async () => {
    const app = await startApp((await place()).url, settings);
    const email = newEmail();
    await app.visitor().register(email);
    const visitors = Array.from({ length: 12 }, () => app.visitor());
    const answers = await Promise.all(visitors.map((visitor) => visitor.login(email)));
    assert.deepEqual(
      answers.map(({ status }) => status),
      answers.map(() => 200),
    );
    assert.equal(await sessionsIn(app), 3);
    assert.equal((await whoIsIn(visitors)).filter(Boolean).length, 3);
  });

  test('a provider and a link end the oldest session, too', async () => {
    const mailbox = await startMailbox();
    const { app, issuer } = await startAppWithIssuer((await place()).url, {
      ...settings,
      ...mailbox.settings,
      SESSIONS_PER_PERSON: '1',
    });
    const email = newEmail();
    const [browser, phone, tablet, laptop] = [app.visitor(), app.visitor(), app.visitor(), app.visitor()];
    await browser.register(email);
    await phone.login(email);
    assert.equal((await browser.verify(tokenIn(await mailbox.take(email)))).status, 200);
    assert.deepEqual(await whoIsIn([browser, phone]), [true, false]);

    const { name } = issuer.add();
    await browser.goTo(issuer, name, { path: '/api/account/logins' });
    await tablet.goTo(issuer, name);
    assert.deepEqual(await whoIsIn([browser, tablet]), [false, true]);
    await laptop.goTo(issuer, name);
    assert.deepEqual(await whoIsIn([tablet, laptop]), [false, true]);
    assert.equal(await sessionsIn(app), 1);
  });
});
