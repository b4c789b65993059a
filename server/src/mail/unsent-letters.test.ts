import assert from 'node:assert/strict';
import { createSecretKey } from 'node:crypto';
import { test } from 'node:test';
import { until } from '../../../testing/chats/read-reply.ts';
import { freePort, onEveryDatabase } from '../../../testing/database/database.ts';
import { newEmail, startApp, type TestApp } from '../../../testing/server/app.ts';
import { mailCodeIn, startMailbox, tokenIn } from '../../../testing/server/mailbox.ts';
import { openUnsentLetters } from './unsent-letters.ts';

const minuteMs = 60_000;

onEveryDatabase(({ place }) => {
  async function start(env: Record<string, string> = {}) {
    const mailbox = await startMailbox();
    const { url } = await place();
    const settings = { ...mailbox.settings, ...env };
    return { app: await startApp(url, settings), mailbox, url, settings };
  }

  const unsentIn = ({ db }: TestApp) => db.selectFrom('unsentLetter').selectAll().execute();
  const hasUnsent = async (app: TestApp) => (await unsentIn(app)).length > 0;

  /** A new member whose confirmation was refused. */
  async function refusedMember({ app, mailbox }: Awaited<ReturnType<typeof start>>) {
    const email = newEmail();
    const browser = app.visitor();
    mailbox.refuse(true);
    await browser.register(email, await app.makeCode({ kind: 'registration' }));
    await until(() => hasUnsent(app));
    return { email, browser };
  }

  test('a letter that was refused is sent later, with a token and a code made at that moment', async () => {
    const started = await start();
    const { app, mailbox } = started;
    const { email, browser } = await refusedMember(started);
    const kept = JSON.stringify(await unsentIn(app));
    assert.ok(!kept.includes(email), 'the address is sealed');
    mailbox.refuse(false);
    app.pass(3 * minuteMs);
    const letter = await mailbox.take(email);
    mailCodeIn(letter);
    assert.equal((await browser.verify(tokenIn(letter))).status, 200, 'also in the browser that registered');
    await until(async () => !(await hasUnsent(app)));
    app.pass(60 * minuteMs);
    const [warning] = app.logged.filter((line) => line.includes('is tried again'));
    assert.equal(JSON.parse(warning ?? '{}').code, 'EENVELOPE');
    assert.ok(!app.logged.join().includes(email));
  });

  test('another server sends it when the first one is gone', async () => {
    const started = await start();
    const { app, mailbox, url, settings } = started;
    const { email } = await refusedMember(started);
    await app.stop();
    mailbox.refuse(false);
    const other = await startApp(url, settings);
    other.pass(3 * minuteMs);
    await mailbox.take(email);
    await until(async () => !(await hasUnsent(other)));
  });

  test('two servers send it once', async () => {
    const started = await start();
    const { app, mailbox, url, settings } = started;
    const other = await startApp(url, settings);
    const { email } = await refusedMember(started);
    mailbox.refuse(false);
    for (const server of [app, other]) server.pass(3 * minuteMs);
    await mailbox.take(email);
    await until(async () => !(await hasUnsent(app)));
    assert.deepEqual(mailbox.letters, []);
  });

  test('of two servers that see the same letter at once, one gets it', async () => {
    const started = await start();
    const { app } = started;
    await refusedMember(started);
    const now = () => Date.now() + 3 * minuteMs;
    const unsent = openUnsentLetters({ db: app.db, key: createSecretKey(Buffer.alloc(32)), now });
    const [row] = await unsent.due();
    assert.ok(row);
    const claims = await Promise.all([unsent.claim(row), unsent.claim(row)]);
    assert.equal(claims.filter((claim) => claim !== null).length, 1);
  });

  test('after three more tries within an hour it is given up, with an error in the log and in the metrics', async () => {
    const port = await freePort();
    const started = await start({ METRICS_PORT: String(port) });
    const { app, mailbox } = started;
    await refusedMember(started);
    for (const [index, minutes] of [3, 13, 36].entries()) {
      assert.equal(mailbox.refused(), index + 1);
      app.pass(minutes * minuteMs);
      await until(() => mailbox.refused() === index + 2);
    }
    await until(async () => !(await hasUnsent(app)));
    const [error] = app.logged.map((line) => JSON.parse(line)).filter(({ tries }) => tries === 4);
    assert.deepEqual(
      [error.event, error.purpose, error.code],
      ['mail could not be sent and is not tried again', 'verify', 'EENVELOPE'],
    );
    const figures = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    for (const line of ['{outcome="sent"} 0', '{outcome="failed"} 4', '{outcome="given_up"} 1'])
      assert.ok(figures.includes(`foyer_letters_total${line}\n`), line);
  });

  test('it is given up without another try when the servers were off for longer than an hour', async () => {
    const started = await start();
    const { app, mailbox } = started;
    const { email } = await refusedMember(started);
    mailbox.refuse(false);
    app.pass(61 * minuteMs);
    await until(async () => !(await hasUnsent(app)));
    assert.deepEqual(
      mailbox.letters.filter((letter) => letter.for === email),
      [],
    );
  });

  test('a newer letter that arrives, and a password that was set, end it', async () => {
    const started = await start();
    const { app, mailbox } = started;
    const { email, browser } = await refusedMember(started);
    mailbox.refuse(false);
    app.pass(1.5 * minuteMs);
    await browser.post('/api/auth/send-verification-email', { email });
    const letter = await mailbox.take(email);
    await until(async () => !(await hasUnsent(app)));

    mailbox.refuse(true);
    await app.visitor().post('/api/auth/request-password-reset', { email });
    await until(() => hasUnsent(app));
    await browser.verify(tokenIn(letter));
    assert.deepEqual(await unsentIn(app), [], 'no letter brings a new link afterwards');
  });

  test('it is gone when its user is gone', async () => {
    const started = await start();
    const { app } = started;
    await refusedMember(started);
    await app.db.deleteFrom('user').execute();
    assert.deepEqual(await unsentIn(app), []);
  });

  test('a refusing mail server does not make the answers for known and unknown emails differ in time', async () => {
    const started = await start();
    const { app } = started;
    const { email } = await refusedMember(started);
    const quickest = async (to: string, before: number) => {
      const began = performance.now();
      await app.visitor().post('/api/auth/request-password-reset', { email: to });
      return Math.min(before, performance.now() - began);
    };
    let known = Number.POSITIVE_INFINITY;
    let unknown = Number.POSITIVE_INFINITY;
    for (let round = 0; round < 15; round += 1) {
      known = await quickest(email, known);
      unknown = await quickest(newEmail(), unknown);
      app.pass(2 * minuteMs);
    }
    const ratio = known / unknown;
    assert.ok(ratio > 0.5 && ratio < 2, `known takes ${ratio.toFixed(2)} of unknown`);
  });
});
