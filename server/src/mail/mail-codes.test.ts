import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { onEveryDatabase } from '../../../testing/database/database.ts';
import { newEmail, startApp, type Visitor } from '../../../testing/server/app.ts';
import { mailCodeIn, startMailbox, tokenIn } from '../../../testing/server/mailbox.ts';

const minuteMs = 60_000;
const otherPassword = 'an otter under the bridge';
const wrong = 'BCDF-2345';

onEveryDatabase(({ place }) => {
  async function start() {
    const mailbox = await startMailbox();
    const app = await startApp((await place()).url, mailbox.settings);

    /** A person who has registered and has the letter. */
    async function registered() {
      const [email, browser] = [newEmail(), app.visitor()];
      await browser.register(email, await app.makeCode({ kind: 'registration' }));
      const letter = await mailbox.take(email);
      return { email, browser, code: mailCodeIn(letter), token: tokenIn(letter) };
    }

    async function member() {
      const person = await registered();
      await person.browser.verify(person.token);
      app.pass(2 * minuteMs);
      return person;
    }

    return { app, mailbox, registered, member };
  }

  const verify = (visitor: Visitor, email: string, code: string) =>
    visitor.post('/api/auth/verify-email', { email, code });
  const reset = (visitor: Visitor, email: string, code: string, newPassword = otherPassword) =>
    visitor.post('/api/auth/reset-password', { email, code, newPassword });
  const ask = (visitor: Visitor, email: string) =>
    visitor.post('/api/auth/request-password-reset', { email });
  const refused = ({ status, code }: { status: number; code?: string }) => [status, code];
  const invalid = [400, 'MAIL_CODE_INVALID'];

  describe('the code in a letter of verification', () => {
    test('confirms the email in the browser that registered, in any spelling, once', async () => {
      const { app, registered } = await start();
      const { email, browser, code } = await registered();
      const typed = ` “${code.toLowerCase().replace('-', ' – ')}” `;
      assert.equal((await verify(browser, email.toUpperCase(), typed)).status, 200);
      assert.equal((await browser.chats()).status, 200);
      assert.deepEqual(refused(await verify(app.visitor(), email, code)), invalid);
    });

    test('starts no session in another browser, and confirms there after a login', async () => {
      const { app, registered } = await start();
      const { email, code } = await registered();
      const phone = app.visitor();
      assert.deepEqual(refused(await verify(phone, email, code)), [401, 'NOT_SIGNED_IN']);
      assert.equal((await phone.chats()).status, 401);
      await phone.login(email);
      assert.equal((await verify(phone, email, code)).status, 200);
      assert.equal((await phone.chats()).status, 200);
    });

    test('works for 15 minutes', async () => {
      const { app, registered } = await start();
      const [early, late] = [await registered(), await registered()];
      app.pass(15 * minuteMs - 5000);
      assert.equal((await verify(early.browser, early.email, early.code)).status, 200);
      app.pass(5001);
      assert.deepEqual(refused(await verify(late.browser, late.email, late.code)), invalid);
      // The link lives longer.
      assert.equal((await late.browser.verify(late.token)).status, 200);
    });

    test('has five attempts, also when they come at once, and a new letter has five more', async () => {
      const { app, mailbox, registered } = await start();
      const { email, browser, code } = await registered();
      const answers = await Promise.all([1, 2, 3, 4, 5].map(() => verify(app.visitor(), email, wrong)));
      assert.deepEqual(answers.map(refused), Array(5).fill(invalid));
      assert.deepEqual(refused(await verify(browser, email, code)), invalid);
      app.pass(2 * minuteMs);
      await browser.post('/api/auth/send-verification-email', { email });
      const again = mailCodeIn(await mailbox.take(email));
      for (let attempt = 1; attempt < 5; attempt++) await verify(browser, email, wrong);
      assert.equal((await verify(browser, email, again)).status, 200);
    });

    test('belongs to its address and its purpose, and the answers are alike', async () => {
      const { app, mailbox, registered, member } = await start();
      const [one, other] = [await registered(), await registered()];
      const known = await member();
      await ask(known.browser, known.email);
      const ofReset = mailCodeIn(await mailbox.take(known.email));
      const answers = [
        await verify(one.browser, other.email, one.code),
        await verify(one.browser, newEmail(), one.code),
        await verify(known.browser, known.email, ofReset),
        await verify(one.browser, one.email, 'no code'),
        await verify(one.browser, 'no address', one.code),
        await reset(app.visitor(), one.email, one.code),
      ];
      for (const { status, body } of answers) assert.deepEqual([status, body], [400, answers[0]?.body]);
    });

    test('a new address is confirmed by its code where the member is logged in', async () => {
      const { mailbox, member } = await start();
      const { browser } = await member();
      const next = newEmail();
      await browser.post('/api/account/email', { email: next });
      const code = mailCodeIn(await mailbox.take(next));
      assert.equal((await verify(browser, next, code)).status, 200);
      const { body } = await browser.get('/api/access');
      assert.equal((body as { person: { email: string } }).person.email, next);
    });
  });

  describe('the code in a letter of password reset', () => {
    test('sets a new password, logs in, and works once', async () => {
      const { app, mailbox, member } = await start();
      const { email, browser } = await member();
      const phone = app.visitor();
      await ask(phone, email);
      const letter = await mailbox.take(email);
      const code = mailCodeIn(letter);
      // A password that is refused uses no attempt.
      for (let attempt = 0; attempt < 6; attempt++)
        assert.deepEqual(refused(await reset(phone, email, code, 'short')), [400, 'PASSWORD_TOO_SHORT']);
      assert.equal((await reset(phone, email, code)).status, 200);
      assert.equal((await phone.chats()).status, 200);
      assert.equal((await browser.chats()).status, 401);
      assert.deepEqual(refused(await reset(app.visitor(), email, code)), invalid);
      assert.equal((await app.visitor().resetPassword(tokenIn(letter), otherPassword)).status, 400);
      assert.equal((await app.visitor().login(email, otherPassword)).status, 200);
    });

    test('has five attempts, and unknown addresses get the same answers', async () => {
      const { app, mailbox, member } = await start();
      const { email } = await member();
      await ask(app.visitor(), email);
      const code = mailCodeIn(await mailbox.take(email));
      for (const address of [email, newEmail()])
        for (let attempt = 0; attempt < 5; attempt++)
          assert.deepEqual(refused(await reset(app.visitor(), address, wrong)), invalid);
      assert.deepEqual(refused(await reset(app.visitor(), email, code)), invalid);
    });
  });

  test('wrong codes count as failed attempts, for the address and for the email', async () => {
    const { app, registered } = await start();
    const { email } = await registered();
    const guesser = app.visitor();
    for (let attempt = 0; attempt < 30; attempt++) await verify(guesser, newEmail(), wrong);
    assert.deepEqual(refused(await verify(guesser, email, wrong)), [429, 'TOO_MANY_TRIES']);
    const { attempts } = app.parts.rateLimits;
    for (let attempt = 0; attempt < 30; attempt++) await verify(app.visitor(), email, wrong);
    assert.ok((await attempts.left('mailCode', email)) < 1);
  });

  test('only the keyed digest of a code is stored', async () => {
    const { app, registered } = await start();
    const { code } = await registered();
    const rows = JSON.stringify(await app.db.selectFrom('mailProof').selectAll().execute());
    const symbols = code.replace('-', '').toLowerCase();
    for (const form of [code, symbols, symbols.toUpperCase()]) assert.ok(!rows.includes(form));
  });

  test('without mail a code is refused like a wrong one', async () => {
    const app = await startApp((await place()).url);
    assert.deepEqual(refused(await verify(app.visitor(), newEmail(), wrong)), invalid);
    assert.deepEqual(refused(await reset(app.visitor(), newEmail(), wrong)), invalid);
  });
});
