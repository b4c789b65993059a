import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unwrap } from '@foyer/invitation-codes/data-keys';
import { deriveKeys } from '@foyer/invitation-codes/seal';
import { filesOf, onEveryDatabase } from '../database/database.ts';
import { goodPassword, newEmail, startApp, type TestApp, type Visitor } from '../server/app.ts';

const secret = 'a secret of the tests, long enough';
const newAttempt = () => crypto.randomUUID().replaceAll('-', '');

onEveryDatabase(({ kind, place }) => {
  test('texts of guests and members are in no file of the database, even before they leave', async () => {
    const { url } = await place();
    const app = await startApp(url);
    const [guest, member] = [app.visitor(), app.visitor()];
    await guest.enter(await app.makeCode());
    await member.register(newEmail(), await app.makeCode({ kind: 'registration' }));
    const words = ['said by a guest', 'title of a guest', 'said by a member', 'title of a member'].map(
      (text) => `${text} ${crypto.randomUUID()}`,
    );
    await chatAbout(guest, words[0] ?? '', words[1] ?? '');
    await chatAbout(member, words[2] ?? '', words[3] ?? '');
    const found = async () => {
      const places: string[] = [];
      for await (const { name, bytes } of filesOf({ db: app.db, kind }, url))
        for (const text of words) if (bytes.includes(text)) places.push(`${text} in ${name}`);
      return places;
    };
    assert.deepEqual(await found(), []);
    // A control: the search would find it.
    await app.db
      .insertInto('setting')
      .values({ key: 'rewriteOwed', value: words[0] ?? '' })
      .execute();
    assert.ok((await found()).length > 0);
  });

  test("a guest's chats open with the browser's cookie, and not with the database and the secret", async () => {
    const app = await startApp((await place()).url);
    const guest = app.visitor();
    await guest.enter(await app.makeCode());
    const chat = await chatAbout(guest, 'Of herons', 'Herons');
    const { id: userId, dataKeys } = await onlyUser(app);
    const opens = (of: { secretKey?: typeof keys.data; browserKey?: Buffer | null }) =>
      unwrap(dataKeys ?? '', { userId, secretKey: keys.data, browserKey: null, ...of }) !== null;
    const keys = deriveKeys(secret);
    assert.equal(opens({}), false);
    assert.equal(opens({ browserKey: Buffer.alloc(16) }), false);
    const cookie = Buffer.from(guest.cookies.get('foyer.key') ?? '', 'base64url');
    assert.equal(opens({ browserKey: cookie }), true);
    const every = JSON.stringify(await app.db.selectFrom('user').selectAll().execute());
    assert.ok(!every.includes(guest.cookies.get('foyer.key') ?? '-'));
    assert.ok((await textsOf(guest, chat)).includes('Of herons'));
  });

  test("a member's chats open with the secret, and not with another one", async () => {
    const app = await startApp((await place()).url);
    const member = app.visitor();
    await member.register(newEmail(), await app.makeCode({ kind: 'registration' }));
    await chatAbout(member, 'Of herons', 'Herons');
    const { id: userId, dataKeys } = await onlyUser(app);
    const opensWith = (text: string) =>
      unwrap(dataKeys ?? '', { userId, secretKey: deriveKeys(text).data, browserKey: null }) !== null;
    assert.equal(opensWith(secret), true);
    assert.equal(opensWith('another secret that somebody has guessed'), false);
    const thief = app.visitor();
    await thief.register(newEmail(), await app.makeCode({ kind: 'registration' }));
    // Keys and chats that are copied to another user's row do not open there.
    const other = (await app.users()).find(({ id }) => id !== userId);
    await app.db
      .updateTable('user')
      .set({ dataKeys })
      .where('id', '=', other?.id ?? '')
      .execute();
    await app.db
      .updateTable('chat')
      .set({ userId: other?.id ?? '' })
      .execute();
    assert.equal((await thief.chats()).code, 'KEY_GONE');
  });

  test('a sealed text cannot replace another one', async () => {
    const app = await startApp((await place()).url);
    const member = app.visitor();
    await member.register(newEmail(), await app.makeCode({ kind: 'registration' }));
    const [one, two] = [await chatAbout(member, 'One', 'First'), await chatAbout(member, 'Two', 'Second')];
    const { sealedTitle } = await app.db
      .selectFrom('chat')
      .select('sealedTitle')
      .where('id', '=', one)
      .executeTakeFirstOrThrow();
    await app.db.updateTable('chat').set({ sealedTitle }).where('id', '=', two).execute();
    assert.equal((await member.get(`/api/chats/${two}`)).status, 500);
    assert.ok(app.logged.some((line) => line.includes('"event":"error"')));
  });

  test('a retry of the entry opens the same chats, in another browser too', async () => {
    const app = await startApp((await place()).url);
    const code = await app.makeCode({ allowed: 5 });
    const attempt = newAttempt();
    const browsers = [app.visitor(), app.visitor()];
    await Promise.all(browsers.map((browser) => browser.enter(code, attempt)));
    const chat = await chatAbout(browsers[0] as Visitor, 'Of herons', 'Herons');
    for (const browser of browsers) assert.ok((await textsOf(browser, chat)).includes('Of herons'));
    const late = app.visitor();
    await late.enter(code, attempt.toUpperCase());
    assert.ok((await textsOf(late, chat)).includes('Of herons'));
  });

  test('without the cookie the chats are closed, logging out works, and a new key allows a new start', async () => {
    const app = await startApp((await place()).url);
    const guest = app.visitor();
    const code = await app.makeCode();
    const attempt = newAttempt();
    await guest.enter(code, attempt);
    const chat = await chatAbout(guest, 'Of herons', 'Herons');
    const before = await onlyUser(app);
    guest.cookies.delete('foyer.key');
    const message = { id: crypto.randomUUID(), text: 'Hello' };
    for (const answer of [
      await guest.chats(),
      await guest.post('/api/chats/search', { text: 'herons' }),
      await guest.get(`/api/chats/${chat}`),
      await guest.post(`/api/chats/${chat}/messages`, message),
      await guest.post(`/api/chats/${chat}/retry`),
      await guest.get(`/api/chats/${chat}/reply`),
      await guest.post(`/api/chats/${chat}/stop`),
      await guest.send('PATCH', `/api/chats/${chat}`, { title: 'x' }),
      await guest.send('DELETE', `/api/chats/${chat}`),
      await guest.get('/api/account/export'),
      await guest.convert(newEmail()),
    ])
      assert.deepEqual([answer.status, answer.code], [409, 'KEY_GONE']);
    assert.equal((await guest.get('/api/access')).status, 200);
    assert.deepEqual(await onlyUser(app), before);

    // Two tabs of one browser at once get one key.
    const answers = await Promise.all([
      guest.post('/api/account/new-key'),
      guest.post('/api/account/new-key'),
    ]);
    assert.deepEqual(
      answers.map(({ status }) => status),
      [204, 204],
    );
    assert.deepEqual((await guest.chats()).body, []);
    const again = await chatAbout(guest, 'Of geese', 'Geese');
    assert.equal((await guest.post('/api/account/new-key')).status, 204, 'nothing is to be done');
    assert.equal((await guest.enter(code, attempt)).status, 200, 'a late retry removes no key');
    assert.ok((await textsOf(guest, again)).includes('Of geese'));
    const after = await onlyUser(app);
    assert.deepEqual([after.id, after.redemptionId, after.chats], [before.id, before.redemptionId, 1]);
    assert.deepEqual(await app.usesOf(code), { remaining: 0, redemptions: 1 });
    guest.cookies.delete('foyer.key');
    assert.equal((await guest.logOut()).status, 200);
    assert.deepEqual(await app.users(), []);
  });

  test('a conversion moves nothing, wraps the key again, and removes the cookie', async () => {
    const app = await startApp((await place()).url);
    const guest = app.visitor();
    await guest.enter(await app.makeCode());
    const chat = await chatAbout(guest, 'Of herons', 'Herons');
    const sealed = async () => ({
      chats: await app.db.selectFrom('chat').selectAll().execute(),
      messages: await app.db.selectFrom('message').selectAll().execute(),
    });
    const before = await sealed();
    const email = newEmail();
    assert.equal((await guest.convert(email)).status, 200);
    assert.deepEqual(await sealed(), before);
    assert.equal(guest.cookies.has('foyer.key'), false);
    const elsewhere = app.visitor();
    await elsewhere.login(email);
    assert.ok((await textsOf(elsewhere, chat)).includes('Of herons'));
  });

  test('chats that are moved to an account open there next to its own, also those of a second guest', async () => {
    const app = await startApp((await place()).url);
    const code = await app.makeCode({ allowed: 5 });
    const email = newEmail();
    const member = app.visitor();
    await member.register(email, await app.makeCode({ kind: 'registration' }));
    const chats = [await chatAbout(member, 'Of owls', 'Owls')];
    for (const text of ['Of herons', 'Of geese']) {
      const guest = app.visitor();
      await guest.enter(code);
      chats.push(await chatAbout(guest, text, text));
      const { cookies } = guest;
      const kept = cookies.get('foyer.key') ?? '';
      cookies.delete('foyer.key');
      assert.equal((await guest.login(email, goodPassword, 'move')).code, 'KEY_GONE');
      cookies.set('foyer.key', kept);
      assert.equal((await guest.login(email, goodPassword, 'move')).status, 200);
      assert.equal(cookies.has('foyer.key'), false);
    }
    const texts = await Promise.all(chats.map((chat) => textsOf(member, chat)));
    assert.deepEqual(
      texts.map(([first]) => first),
      ['Of owls', 'Of herons', 'Of geese'],
    );
    const later = await chatAbout(member, 'Of ducks', 'Ducks');
    assert.ok((await textsOf(member, later)).includes('Of ducks'));
    const silent = app.visitor();
    await silent.enter(code);
    assert.equal((await silent.login(email, goodPassword, 'move')).status, 200);
    const { dataKeys } = await onlyUser(app);
    assert.equal(JSON.parse(dataKeys ?? '').length, 3, 'a guest without chats brings no key');
  });

  test('a conversion, a new key and a logout at once never leave a text that its owner cannot read', async () => {
    const app = await startApp((await place()).url);
    const code = await app.makeCode({ allowed: 100 });
    for (let round = 0; round < 12; round++) {
      const guest = app.visitor();
      await guest.enter(code);
      await chatAbout(guest, 'Of herons', 'Herons');
      const lost = { ...guest, cookies: new Map(guest.cookies) };
      const email = newEmail();
      const keyless = app.visitor();
      for (const [name, value] of lost.cookies) if (name !== 'foyer.key') keyless.cookies.set(name, value);
      await Promise.all([
        guest.convert(email),
        keyless.post('/api/account/new-key'),
        ...(round % 3 === 0 ? [keyless.logOut()] : []),
      ]);
      for (const { id, isGuest, dataKeys } of await app.users()) {
        if (isGuest) continue;
        assert.ok(
          unwrap(dataKeys ?? '', { userId: id, secretKey: deriveKeys(secret).data, browserKey: null }),
        );
        const member = app.visitor();
        await member.login(email);
        for (const chat of (await member.chats()).body as { id: string }[])
          assert.ok((await textsOf(member, chat.id)).includes('Of herons'));
      }
      await app.db.deleteFrom('user').execute();
    }
    assert.deepEqual(app.logged, []);
  });

  test('the key of an erased guest is in no table, and a backup without the cookie opens nothing', async () => {
    const app = await startApp((await place()).url);
    const guest = app.visitor();
    await guest.enter(await app.makeCode());
    await chatAbout(guest, 'Of herons', 'Herons');
    const backup = await onlyUser(app);
    await guest.logOut();
    assert.equal(guest.cookies.size, 0, 'both cookies are gone');
    assert.deepEqual(await app.users(), []);
    const opener = { userId: backup.id, secretKey: deriveKeys(secret).data, browserKey: null };
    assert.equal(unwrap(backup.dataKeys ?? '', opener), null);
  });
});

/** Sends one message and renames the chat. Returns its id. */
async function chatAbout(person: Visitor, text: string, title: string): Promise<string> {
  const chat = crypto.randomUUID();
  const answer = await person.post(`/api/chats/${chat}/messages`, { id: crypto.randomUUID(), text });
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  assert.equal((await person.send('PATCH', `/api/chats/${chat}`, { title })).status, 200);
  return chat;
}

async function textsOf(person: Visitor, chat: string): Promise<string[]> {
  const { body } = await person.get(`/api/chats/${chat}`);
  const { messages = [] } = body as { messages?: { parts: { text: string }[] }[] };
  return messages.map(({ parts }) => parts[0]?.text ?? '');
}

async function onlyUser(app: TestApp) {
  const users = await app.users();
  assert.equal(users.length, 1);
  const [user] = users;
  if (!user) throw new Error('there is nobody');
  return { ...user };
}
