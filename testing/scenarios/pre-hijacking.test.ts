import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { onEveryDatabase } from '../database/database.ts';
import { goodPassword, newEmail, type TestApp } from '../server/app.ts';
import { startAppWithIssuer } from '../server/issuer.ts';
import { startMailbox, tokenIn } from '../server/mailbox.ts';

/**
 * An attacker registers with a victim's email first and keeps a way in. The five kinds are from Sudhodanan and Paverd,
 * "Pre-hijacked accounts: An Empirical Study of Security Failures in User Account Creation on the Web", USENIX Security
 * 2022.
 */

const victimsPassword = 'an otter under the bridge';
/** The attacker's delay in each round of a race. */
const rounds = process.env.LONG_TESTS ? [0, 1, 2, 3] : [0, 2];

onEveryDatabase(({ place }) => {
  async function start() {
    const mailbox = await startMailbox();
    const env = { ...mailbox.settings, REGISTRATION_CODES: 'not-required' };
    return { mailbox, ...(await startAppWithIssuer((await place()).url, env)) };
  }

  /**
   * The attacker's browser, logged in to an account with the victim's email; the letter waits in the victim's mailbox.
   */
  async function hijack({ app, mailbox }: Awaited<ReturnType<typeof start>>) {
    const email = newEmail();
    const attacker = app.visitor();
    await attacker.register(email);
    const letter = await mailbox.take(email);
    assert.equal((await attacker.login(email)).status, 200);
    return { email, attacker, letter };
  }

  /** The victim sets a password with the link that only they can read. */
  async function recover(app: TestApp, mailbox: Awaited<ReturnType<typeof startMailbox>>, email: string) {
    const victim = app.visitor();
    await victim.post('/api/auth/request-password-reset', { email });
    assert.equal(
      (await victim.resetPassword(tokenIn(await mailbox.take(email)), victimsPassword)).status,
      200,
    );
    assert.equal((await victim.chats()).status, 200);
    return victim;
  }

  test("classic and federated: the victim's provider is not merged with the attacker's account", async () => {
    const house = await start();
    const { email } = await hijack(house);
    const { name } = house.issuer.add({ email });
    const victim = house.app.visitor();
    const landing = await victim.goTo(house.issuer, name);
    assert.equal(landing, '/login?refusal=PROVIDER_NOT_LINKED&provider=oidc-1');
    assert.equal((await victim.chats()).status, 401);
  });

  test("classic: the victim who follows the link does not confirm the attacker's account", async () => {
    const house = await start();
    const { email, attacker, letter } = await hijack(house);
    const victim = house.app.visitor();
    assert.equal((await victim.verify(tokenIn(letter))).code, 'NOT_SIGNED_IN');
    assert.equal((await attacker.chats()).code, 'EMAIL_NOT_VERIFIED');
    await recover(house.app, house.mailbox, email);
    assert.equal((await house.app.visitor().login(email)).code, 'INVALID_EMAIL_OR_PASSWORD');
  });

  test('classic: the victim who also registers, and asks for the email again, confirms nothing of the attacker', async () => {
    const house = await start();
    const { email, attacker } = await hijack(house);
    const victim = house.app.visitor();
    assert.deepEqual((await victim.register(email, undefined, victimsPassword)).body, { user: null });
    const first = await house.mailbox.take(email);
    house.app.pass(61_000);
    assert.equal((await victim.post('/api/auth/send-verification-email', { email })).status, 200);
    const letters = [first, await house.mailbox.take(email)];
    const confirmation = letters.find(({ subject }) => subject?.includes('Confirm'));
    assert.ok(confirmation);
    assert.equal((await victim.verify(tokenIn(confirmation))).code, 'NOT_SIGNED_IN');
    assert.equal((await attacker.chats()).code, 'EMAIL_NOT_VERIFIED');
    await recover(house.app, house.mailbox, email);
    assert.equal((await attacker.chats()).status, 401);
  });

  test('unexpired session: logins under way while the victim sets a password start no session afterwards', async () => {
    const house = await start();
    const { email } = await hijack(house);
    const victim = house.app.visitor();
    await victim.post('/api/auth/request-password-reset', { email });
    const token = tokenIn(await house.mailbox.take(email));
    const attackers = Array.from({ length: 8 }, () => house.app.visitor());
    const [reset] = await Promise.all([
      victim.resetPassword(token, victimsPassword),
      ...attackers.map((attacker) => attacker.login(email)),
    ]);
    assert.equal(reset.status, 200);
    for (const attacker of attackers) assert.equal((await attacker.chats()).status, 401);
    assert.equal((await victim.chats()).status, 200);
  });

  test("unexpired session: a password change under way does not undo the victim's", async () => {
    const house = await start();
    const { email, attacker } = await hijack(house);
    const victim = house.app.visitor();
    await victim.post('/api/auth/request-password-reset', { email });
    const token = tokenIn(await house.mailbox.take(email));
    const change = { currentPassword: goodPassword, newPassword: 'the attackers own words' };
    const [reset] = await Promise.all([
      victim.resetPassword(token, victimsPassword),
      attacker.post('/api/account/password', change),
    ]);
    // In either order the letter keeps working: the attacker's change does not withdraw it.
    assert.equal(reset.status, 200);
    assert.equal((await house.app.visitor().login(email, victimsPassword)).status, 200);
    assert.equal(
      (await house.app.visitor().login(email, change.newPassword)).code,
      'INVALID_EMAIL_OR_PASSWORD',
    );
  });

  test('trojan identifier: linking a provider under way while the victim sets a password fails', async () => {
    const house = await start();
    for (const round of rounds) {
      const { email, attacker } = await hijack(house);
      const back = await house.issuer.letIn(
        await attacker.setOut({ path: '/api/account/logins' }),
        house.issuer.add().name,
      );
      const victim = house.app.visitor();
      await victim.post('/api/auth/request-password-reset', { email });
      const token = tokenIn(await house.mailbox.take(email));
      const [reset] = await Promise.all([
        victim.resetPassword(token, victimsPassword),
        wait(40 * round).then(() => attacker.comeBack(back)),
      ]);
      assert.equal(reset.status, 200);
      const logins = await house.app.db.selectFrom('account').select('providerId').execute();
      assert.ok(logins.every(({ providerId }) => providerId === 'credential'));
      house.app.pass(61_000);
    }
  });

  test('unexpired change of email: a request while the victim sets a password leaves no working link', async () => {
    const house = await start();
    for (const round of rounds) {
      const { email, attacker } = await hijack(house);
      const attackersEmail = newEmail();
      const victim = house.app.visitor();
      await victim.post('/api/auth/request-password-reset', { email });
      const token = tokenIn(await house.mailbox.take(email));
      const [reset] = await Promise.all([
        victim.resetPassword(token, victimsPassword),
        wait(30 * round).then(() => attacker.post('/api/account/email', { email: attackersEmail })),
      ]);
      assert.equal(reset.status, 200);
      // A letter that was under way arrives before this one.
      house.app.pass(61_000);
      await victim.post('/api/auth/request-password-reset', { email });
      await house.mailbox.take(email);
      const letter = house.mailbox.letters.find((sent) => sent.for === attackersEmail);
      if (letter) assert.equal((await victim.verify(tokenIn(letter))).code, 'LINK_INVALID');
      assert.equal((await house.app.visitor().login(email, victimsPassword)).status, 200);
    }
  });

  test("a deletion under way with the old password does not undo the victim's recovery", async () => {
    const house = await start();
    for (const round of rounds) {
      const { email, attacker } = await hijack(house);
      const victim = house.app.visitor();
      await victim.post('/api/auth/request-password-reset', { email });
      const token = tokenIn(await house.mailbox.take(email));
      const [reset, deletion] = await Promise.all([
        victim.resetPassword(token, victimsPassword),
        wait(20 * round).then(() => attacker.send('DELETE', '/api/account', { password: goodPassword })),
      ]);
      assert.ok(reset.status < 500 && deletion.status < 500);
      assert.ok(!(reset.status === 200 && deletion.status === 204), 'both cannot have happened');
    }
  });

  test("unexpired session: the attacker's session ends when the victim sets a password", async () => {
    const house = await start();
    const { email, attacker } = await hijack(house);
    await recover(house.app, house.mailbox, email);
    assert.equal((await attacker.chats()).status, 401);
  });

  test("trojan identifier: the attacker's linked provider does not work after the victim sets a password", async () => {
    const house = await start();
    const { email, attacker } = await hijack(house);
    const { name } = house.issuer.add();
    assert.equal(await attacker.goTo(house.issuer, name, { path: '/api/account/logins' }), '/account');
    const before = house.app.visitor();
    assert.equal(await before.goTo(house.issuer, name), '/chat');
    await recover(house.app, house.mailbox, email);
    const after = house.app.visitor();
    // The attacker is a stranger again and could only register as themselves.
    await after.goTo(house.issuer, name);
    const { person } = (await after.get('/api/access')).body as { person: { email: string } | null };
    assert.notEqual(person?.email, email);
    assert.equal((await before.chats()).status, 401);
  });

  test("unexpired change of email: the attacker's link is dead after the victim sets a password", async () => {
    const house = await start();
    const { email, attacker } = await hijack(house);
    const attackersEmail = newEmail();
    assert.equal((await attacker.post('/api/account/email', { email: attackersEmail })).status, 202);
    const token = tokenIn(await house.mailbox.take(attackersEmail));
    await recover(house.app, house.mailbox, email);
    assert.equal((await attacker.verify(token)).code, 'LINK_INVALID');
    assert.equal((await house.app.visitor().login(email, victimsPassword)).status, 200);
  });

  test('non-verifying provider: an email that a provider only claims confirms nothing, and ends with the reset', async () => {
    const house = await start();
    const email = newEmail();
    const { name } = house.issuer.add({ email, email_verified: false });
    const attacker = house.app.visitor();
    assert.equal(await attacker.goTo(house.issuer, name), '/chat');
    assert.equal((await attacker.chats()).code, 'EMAIL_NOT_VERIFIED');
    await house.mailbox.take(email);
    await recover(house.app, house.mailbox, email);
    assert.equal((await attacker.chats()).status, 401);
    const again = house.app.visitor();
    await again.goTo(house.issuer, name);
    assert.equal((await again.chats()).status, 401);
  });

  test('the other way round: an account from a provider gets no password from a stranger', async () => {
    const house = await start();
    const { name, email } = house.issuer.add();
    const owner = house.app.visitor();
    await owner.goTo(house.issuer, name);
    assert.deepEqual((await house.app.visitor().register(email)).body, { user: null });
    assert.match((await house.mailbox.take(email)).subject ?? '', /already have an account/);
    assert.equal((await house.app.visitor().login(email, goodPassword)).code, 'INVALID_EMAIL_OR_PASSWORD');
    assert.equal((await house.app.db.selectFrom('account').selectAll().execute()).length, 1);
  });
});
