import assert from 'node:assert/strict';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Access } from '@foyer/api/access';
import { until } from '../chats/read-reply.ts';
import { onEveryDatabase } from '../database/database.ts';
import { newEmail, startApp, type Visitor } from '../server/app.ts';
import { linkIn, startMailbox, tokenIn } from '../server/mailbox.ts';

const languageOf = async (person: Visitor, accept = '') => {
  const answer = await person.send('GET', '/api/access', undefined, { 'accept-language': accept });
  return (answer.body as Access).language;
};
const choose = (person: Visitor, language: unknown) => person.post('/api/language', { language });

onEveryDatabase(({ place }) => {
  const start = async (env: Record<string, string> = {}) => startApp((await place()).url, env);

  test('a visitor is met in the language that their browser asks for, else in that of the house', async () => {
    const app = await start({ LANGUAGE: 'sw' });
    const visitor = app.visitor();
    assert.equal(await languageOf(visitor), 'sw');
    assert.equal(await languageOf(visitor, 'nl, fr-CA;q=0.4, UK-ua;q=0.8, *;q=0.1'), 'uk');
    assert.equal(await languageOf(visitor, 'nl, de;q=0'), 'sw');
    assert.equal(await languageOf(visitor, `${'de,'.repeat(2000)}fr`), 'sw');
    visitor.cookies.set('language', '../etc');
    assert.equal(await languageOf(visitor, 'fr'), 'fr');
  });

  test('a choice is kept on the browser, and wins over the code', async () => {
    const app = await start();
    const visitor = app.visitor();
    const chosen = await choose(visitor, 'fr');
    assert.equal(chosen.status, 204);
    assert.match(chosen.headers.get('set-cookie') ?? '', /^language=fr;.*Max-Age=31536000/);
    assert.equal(await languageOf(visitor, 'de'), 'fr');
    await visitor.enter(await app.makeCode({ language: 'uk' }));
    assert.equal(await languageOf(visitor, 'de'), 'fr');
    for (const wrong of ['tlh', '', null, ['fr'], 'FR'])
      assert.equal((await choose(visitor, wrong)).code, 'INVALID_INPUT');
  });

  test('a code meets its people in its language, from the moment at which it is known', async () => {
    const app = await start();
    const code = await app.makeCode({ language: 'pt-BR', allowed: 3 });
    const visitor = app.visitor();
    assert.deepEqual((await visitor.check(code)).body, { state: 'login', language: 'pt' });
    assert.equal(await languageOf(visitor, 'de'), 'pt');
    const guest = app.visitor();
    await guest.enter(code);
    assert.equal(await languageOf(guest, 'de'), 'pt');
    assert.equal(guest.cookies.get('code-language'), 'pt', 'the next page begins in it');
    await guest.logOut();
    assert.equal(await languageOf(guest, 'de'), 'de');
  });

  test('an unusable code says nothing about its language, and one without a language leaves the choice', async () => {
    const app = await start();
    const visitor = app.visitor();
    const ended = await app.makeCode({ language: 'uk', validUntil: Date.now() - 1000 });
    for (const text of [ended, 'never-made'])
      assert.deepEqual((await visitor.check(text)).body, { state: 'unusable', language: null });
    await visitor.enter(await app.makeCode({ language: 'nl' }));
    assert.equal(await languageOf(visitor, 'de'), 'de');
  });

  test('where the code names no language, the assistant does', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'foyer-assistants-'));
    await writeFile(join(folder, 'wren.md'), '---\nname: Wren\nlanguage: uk\n---\nHelp.\n');
    const app = await start({ ASSISTANTS_DIR: folder });
    const guest = app.visitor();
    await guest.enter(await app.makeCode({ assistant: 'wren' }));
    assert.equal(await languageOf(guest, 'de'), 'uk');
  });

  test('the account keeps the choice of a member for other browsers, and for letters', async () => {
    const mailbox = await startMailbox();
    const app = await start(mailbox.settings);
    const email = newEmail();
    const member = app.visitor();
    await member.register(email, await app.makeCode({ kind: 'registration' }));
    await member.verify(tokenIn(await mailbox.take(email)));
    assert.equal((await choose(member, 'de')).status, 204);

    const elsewhere = app.visitor();
    await choose(elsewhere, 'fr');
    await elsewhere.login(email);
    assert.equal(await languageOf(elsewhere), 'de');
    assert.equal(elsewhere.cookies.get('language'), 'de', 'the next page begins in it');
    await elsewhere.logOut();

    const stranger = app.visitor();
    await stranger.send('POST', '/api/auth/request-password-reset', { email }, { 'accept-language': 'es' });
    const letter = await mailbox.take(email);
    assert.match(letter.subject ?? '', /^Legen Sie ein neues Passwort/);
    assert.ok(linkIn(letter).includes('#token='));
    assert.match(letter.html ?? '', /<div lang="de" dir="ltr">/);
  });

  test('a letter to somebody without a choice has the language of the request, also when it is sent later', async () => {
    const mailbox = await startMailbox();
    const app = await start(mailbox.settings);
    const email = newEmail();
    const visitor = app.visitor();
    const invitationCode = await app.makeCode({ kind: 'registration', language: 'ar' });
    await visitor.check(invitationCode);
    await visitor.register(email, invitationCode);
    const letter = await mailbox.take(email);
    assert.match(letter.subject ?? '', /^تأكيد بريدك الإلكتروني/);
    assert.match(letter.html ?? '', /<div lang="ar" dir="rtl">/);

    const guest = app.visitor();
    const converted = newEmail();
    await choose(guest, 'uk');
    await guest.enter(await app.makeCode());
    mailbox.refuse(true);
    await guest.convert(converted);
    await until(async () => (await app.db.selectFrom('unsentLetter').selectAll().execute()).length === 1);
    mailbox.refuse(false);
    app.pass(3 * 60_000);
    assert.match((await mailbox.take(converted)).subject ?? '', /^Підтвердьте електронну адресу/);
  });
});
