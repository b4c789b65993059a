import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { onEveryDatabase } from '../../../testing/database/database.ts';
import { startApp } from '../../../testing/server/app.ts';
import { startAppWithIssuer } from '../../../testing/server/issuer.ts';
import { startMailbox, tokenIn } from '../../../testing/server/mailbox.ts';

const name = () => randomBytes(4).toString('hex');
const open = { REGISTRATION_CODES: 'not-required' };

onEveryDatabase(({ place }) => {
  test('addresses of Japanese providers, and of domains in other scripts, register, confirm and log in', async () => {
    const mailbox = await startMailbox();
    const app = await startApp((await place()).url, { ...open, ...mailbox.settings });
    const who = name();
    const idn = `${who}@xn--bcher-kva.example`;
    // A local part that ends in a dot travels in quotes (RFC 5321); the mail server of the tests shows domains decoded.
    const addresses = [
      {
        typed: `${who}.@ezweb.ne.jp`,
        again: `${who.toUpperCase()}.@ezweb.ne.jp`,
        sentTo: `"${who}."@ezweb.ne.jp`,
      },
      { typed: `${who}@bücher.example`, again: idn, sentTo: `${who}@bücher.example` },
    ];
    for (const { typed, again, sentTo } of addresses) {
      const person = app.visitor();
      assert.equal((await person.register(typed)).status, 200, typed);
      assert.equal((await person.verify(tokenIn(await mailbox.take(sentTo)))).status, 200, typed);
      const elsewhere = app.visitor();
      assert.equal((await elsewhere.login(again)).status, 200, again);
      assert.equal((await elsewhere.login(again, 'a wrong password')).status, 401);
    }
    const users = await app.db.selectFrom('user').select('email').execute();
    assert.deepEqual(users.map(({ email }) => email).sort(), [addresses[0]?.typed, idn].sort());
  });

  test('a second registration finds such an account, and an address that is none is refused', async () => {
    const app = await startApp((await place()).url, open);
    const email = `${name()}..x@docomo.ne.jp`;
    assert.equal((await app.visitor().register(email)).status, 200);
    assert.equal((await app.visitor().register(email)).code, 'USER_ALREADY_EXISTS');
    assert.equal((await app.visitor().login(email.toUpperCase())).status, 200);
    for (const wrong of [
      'ada',
      'ada@',
      '@example.org',
      'a b@example.org',
      'a@b@c',
      'ada@guest.invalid',
      'ada@invalid',
    ])
      assert.deepEqual(
        [(await app.visitor().register(wrong)).code, (await app.visitor().login(wrong)).code],
        ['INVALID_EMAIL', 'INVALID_EMAIL_OR_PASSWORD'],
        wrong,
      );
  });

  test('an issuer may give out anything with one @; its domain has one form', async () => {
    const { app, issuer } = await startAppWithIssuer((await place()).url, open);
    const who = name();
    const [odd, intranet, wide] = [`"${who} x"@example.org`, `${who}@exa_mple`, `${who}@bücher.example`];
    for (const email of [odd, intranet, wide]) {
      const visitor = app.visitor();
      await visitor.goTo(issuer, issuer.add({ email }).name);
      assert.equal((await visitor.chats()).status, 200, email);
    }
    const users = await app.db.selectFrom('user').select('email').execute();
    assert.deepEqual(
      users.map(({ email }) => email).sort(),
      [odd, intranet, `${who}@xn--bcher-kva.example`].sort(),
    );
    for (const email of ['none', 'a@b@c', 'ada@guest.invalid']) {
      const visitor = app.visitor();
      await visitor.goTo(issuer, issuer.add({ email }).name);
      assert.equal((await visitor.chats()).status, 401, email);
    }
  });
});
