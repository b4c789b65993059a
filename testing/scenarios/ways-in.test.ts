import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Person } from '@foyer/api/access';
import { onEveryDatabase } from '../database/database.ts';
import { type Answer, newEmail, startApp } from '../server/app.ts';

/** Rounds of each race: thousands of attempts in the long form. */
const rounds = Array.from({ length: process.env.LONG_TESTS ? 50 : 1 }, () => 0);

/** How many register at once: each takes a core for a tenth of a second. */
const crowd = process.env.LONG_TESTS ? 64 : 16;

const newAttempt = () => crypto.randomUUID().replaceAll('-', '');

onEveryDatabase(({ place }) => {
  test('a login code starts a guest session and spends one use', async () => {
    const app = await startApp((await place()).url);
    const code = await app.makeCode({ allowed: 2 });
    const guest = app.visitor();
    assert.equal((await guest.chats()).status, 401);
    const entered = await guest.enter(code);
    assert.equal(entered.status, 200, JSON.stringify(entered.body));
    assert.equal((await guest.chats()).status, 200);
    assert.deepEqual(await app.usesOf(code), { remaining: 1, redemptions: 1 });
    const access = await guest.get('/api/access');
    const [user] = await app.users();
    const { assistant: _, terms: __, left: ___, ...account } = (access.body as { person: Person }).person;
    assert.deepEqual(account, {
      id: user?.id,
      isGuest: true,
      email: null,
      mustVerify: false,
      conversion: 'free',
    });
  });

  test('a member registers with a code, logs out, and logs in again', async () => {
    const app = await startApp((await place()).url);
    const code = await app.makeCode({ kind: 'registration', allowed: 2 });
    const member = app.visitor();
    const email = newEmail();
    const registered = await member.register(email.toUpperCase(), code);
    assert.equal(registered.status, 200, JSON.stringify(registered.body));
    assert.equal((await member.chats()).status, 200);
    assert.equal((await member.logOut()).status, 200);
    assert.equal((await member.chats()).status, 401);
    assert.equal((await member.login(email, 'not the password')).code, 'INVALID_EMAIL_OR_PASSWORD');
    assert.equal((await member.login(email)).status, 200);
    assert.equal((await member.chats()).status, 200);
    assert.deepEqual(await app.usesOf(code), { remaining: 1, redemptions: 1 });
  });

  test('the same attempt returns the same guest, and is refused with another code', async () => {
    const app = await startApp((await place()).url);
    const other = await app.makeCode({ allowed: 5 });
    for (const _ of rounds) {
      const code = await app.makeCode({ allowed: 5 });
      const id = newAttempt();
      const answers = await Promise.all(Array.from({ length: 20 }, () => app.visitor().enter(code, id)));
      assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
      assert.equal(new Set(answers.map(({ headers }) => headers.getSetCookie()[0]?.split(';')[0])).size, 1);
      assert.deepEqual(await app.usesOf(code), { remaining: 4, redemptions: 1 });
      assert.equal((await app.visitor().enter(other, id)).code, 'INVITATION_CODE_INVALID');
      assert.equal((await app.visitor().enter(code, id.toUpperCase())).status, 200);
      assert.deepEqual(await app.usesOf(code), { remaining: 4, redemptions: 1 });
    }
    assert.deepEqual(await app.usesOf(other), { remaining: 5, redemptions: 0 });
    assert.equal((await app.users()).length, rounds.length);
  });

  test('the last use is returned to its own retry, and to nobody else', async () => {
    const app = await startApp((await place()).url);
    for (const _ of rounds) {
      const code = await app.makeCode({ allowed: 1 });
      const id = newAttempt();
      const mine = Array.from({ length: 10 }, () => app.visitor().enter(code, id));
      const others = Array.from({ length: 10 }, () => app.visitor().enter(code, newAttempt()));
      const [answered, refused] = [await Promise.all(mine), await Promise.all(others)];
      const entered = (answers: Answer[]) => answers.filter(({ status }) => status === 200).length;
      assert.ok([0, 10].includes(entered(answered)), 'all of one attempt, or none');
      assert.equal(Math.sign(entered(answered)) + entered(refused), 1);
      assert.deepEqual(await app.usesOf(code), { remaining: 0, redemptions: 1 });
    }
  });

  test('64 guests at once on a code of 5 uses are 5 guests', async () => {
    const app = await startApp((await place()).url);
    for (const _ of rounds) {
      const code = await app.makeCode({ allowed: 5 });
      const answers = await Promise.all(Array.from({ length: 64 }, () => app.visitor().enter(code)));
      assert.equal(answers.filter(({ status }) => status === 200).length, 5);
      assert.deepEqual(await app.usesOf(code), { remaining: 0, redemptions: 5 });
    }
    assert.equal((await app.users()).length, 5 * rounds.length);
  });

  test(`${crowd} registrations at once on a code of 3 uses are 3 accounts, and no email is left without one`, async () => {
    const app = await startApp((await place()).url);
    for (const _ of rounds) {
      const code = await app.makeCode({ kind: 'registration', allowed: 3 });
      const answers = await Promise.all(
        Array.from({ length: crowd }, () => app.visitor().register(newEmail(), code)),
      );
      assert.equal(answers.filter(({ status }) => status === 200).length, 3);
      assert.deepEqual(await app.usesOf(code), { remaining: 0, redemptions: 3 });
    }
    assert.equal((await app.users()).length, 3 * rounds.length);
    const accounts = await app.db.selectFrom('account').selectAll().execute();
    assert.equal(accounts.length, 3 * rounds.length);
  });
});
