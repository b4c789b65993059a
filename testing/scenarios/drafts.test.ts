import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hideChat } from '../../server/src/chats/deleted-chats.ts';
import { filesOf, onEveryDatabase } from '../database/database.ts';
import { newEmail, startApp, type TestApp, type Visitor } from '../server/app.ts';

onEveryDatabase(({ kind, place }) => {
  async function guestAndMember(app: TestApp) {
    const { guest, chat } = await app.guestWithChat(await app.makeCode());
    const member = app.visitor();
    await member.register(newEmail(), await app.makeCode({ kind: 'registration' }));
    return { guest, chat, member };
  }

  test('a draft is kept sealed, for one chat and for the next new one, until it is emptied', async () => {
    const { url } = await place();
    const app = await startApp(url);
    const { guest, chat, member } = await guestAndMember(app);
    const words = `a half sentence ${crypto.randomUUID()}`;
    for (const [person, place] of [
      [guest, chat],
      [guest, 'new'],
      [member, 'new'],
    ] as const) {
      assert.equal((await keep(person, place, `${words} of ${place}`)).status, 204);
      await keep(person, place, `${words} in ${place}`);
      assert.equal(await draftOf(person, place), `${words} in ${place}`);
    }
    for await (const { name, bytes } of filesOf({ db: app.db, kind }, url))
      assert.ok(!bytes.includes(words), name);
    await keep(guest, 'new', '');
    assert.equal(await draftOf(guest, 'new'), '');
    const exported = (await member.get('/api/account/export')).body as { drafts: { text: string }[] };
    assert.deepEqual(
      exported.drafts.map(({ text }) => text),
      [`${words} in new`],
    );
    await guest.logOut();
    const left = await app.db.selectFrom('draft').select('chatId').execute();
    assert.deepEqual(
      left.map(({ chatId }) => chatId),
      [null],
      'only the draft of the member is left',
    );
  });

  test('a draft of another person, of a chat that is none, and one that is too long are refused', async () => {
    const app = await startApp((await place()).url);
    const { chat, member } = await guestAndMember(app);
    for (const id of [chat, crypto.randomUUID(), 'x', 'news']) {
      assert.deepEqual([(await keep(member, id, 'Hello')).code], ['CHAT_NOT_FOUND'], id);
      assert.equal((await member.get(`/api/drafts/${id}`)).code, 'CHAT_NOT_FOUND', id);
    }
    const tooLong = await keep(member, 'new', 'x'.repeat(8001));
    assert.deepEqual([tooLong.status, tooLong.code], [400, 'MESSAGE_TOO_LONG']);
    for (const text of ['a\0b', '\ud800', 'x'.repeat(200_001)]) {
      const refused = await keep(member, 'new', text);
      assert.ok([400, 413].includes(refused.status), String(refused.status));
      assert.equal(refused.code, 'INVALID_INPUT');
    }
    assert.equal((await keep(member, 'new', '🙂'.repeat(8000))).status, 204);
    assert.equal((await app.visitor().get('/api/drafts/new')).code, 'NOT_SIGNED_IN');
  });

  test('a text from before the last question is no draft any more', async () => {
    const app = await startApp((await place()).url);
    const { guest, chat } = await app.guestWithChat(await app.makeCode());
    app.pass(60_000);
    await keep(guest, chat, 'What do they drink?');
    assert.equal(await draftOf(guest, chat), 'What do they drink?');
    app.pass(1);
    await guest.post(`/api/chats/${chat}/messages`, { id: crypto.randomUUID(), text: 'What do they drink?' });
    assert.equal(await draftOf(guest, chat), '');
  });

  test('drafts in the chats of a guest go to the member who takes the chats over', async () => {
    const app = await startApp((await place()).url);
    const email = newEmail();
    await app.visitor().register(email, await app.makeCode({ kind: 'registration' }));
    const { guest, chat } = await app.guestWithChat(await app.makeCode());
    app.pass(60_000);
    await keep(guest, chat, 'Half a question');
    await keep(guest, 'new', 'Another one');
    assert.equal((await guest.login(email, undefined, 'move')).status, 200);
    assert.deepEqual([await draftOf(guest, chat), await draftOf(guest, 'new')], ['Half a question', '']);
  });

  test('a chat that is deleted is nowhere to be seen, can be restored for ten seconds, and is then erased', async () => {
    const app = await startApp((await place()).url);
    app.stopClock();
    const { guest, id, chat } = await app.guestWithChat(await app.makeCode());
    app.pass(1000);
    await keep(guest, chat, 'Half a question');
    assert.equal((await guest.send('DELETE', `/api/chats/${chat}`)).status, 204);
    assert.deepEqual((await guest.chats()).body, []);
    for (const answer of [
      await guest.get(`/api/chats/${chat}`),
      await guest.send('PATCH', `/api/chats/${chat}`, { title: 'x' }),
      await guest.send('DELETE', `/api/chats/${chat}`),
      await guest.post(`/api/chats/${chat}/messages`, { id: crypto.randomUUID(), text: 'Hello' }),
      await guest.post(`/api/chats/${chat}/retry`),
      await guest.get(`/api/drafts/${chat}`),
    ])
      assert.equal(answer.code, 'CHAT_NOT_FOUND');
    assert.deepEqual((await guest.post('/api/chats/search', { text: 'herons' })).body, { isComplete: true });
    const exported = (await guest.get('/api/account/export')).body as { chats: unknown[]; drafts: unknown[] };
    assert.deepEqual([exported.chats, exported.drafts], [[], []]);

    const restored = await guest.post(`/api/chats/${chat}/restore`);
    assert.equal(restored.status, 200);
    assert.equal(((await guest.chats()).body as unknown[]).length, 1);
    assert.equal(await draftOf(guest, chat), 'Half a question');
    app.pass(20_000);
    await wasLookedAt(app);
    assert.equal((await guest.get(`/api/chats/${chat}`)).status, 200, 'a restored chat stays');

    await guest.send('DELETE', `/api/chats/${chat}`);
    app.pass(9_000);
    await wasLookedAt(app);
    assert.equal((await guest.post(`/api/chats/${chat}/restore`)).status, 200);
    await guest.send('DELETE', `/api/chats/${chat}`);
    app.pass(10_000);
    await until(async () => (await app.db.selectFrom('chat').select('id').execute()).length === 0);
    assert.equal((await guest.post(`/api/chats/${chat}/restore`)).code, 'CHAT_NOT_FOUND');
    const user = (await app.users()).find((each) => each.id === id);
    assert.deepEqual([user?.chats, user?.characters], [0, 0]);
    assert.deepEqual(await app.db.selectFrom('draft').selectAll().execute(), []);
  });

  test('a deleted chat makes room at once, and is not restored when its room is taken', async () => {
    const app = await startApp((await place()).url, { CHATS_PER_PERSON: '1' });
    app.stopClock();
    const member = app.visitor();
    await member.register(newEmail(), await app.makeCode({ kind: 'registration' }));
    const [first, second] = [crypto.randomUUID(), crypto.randomUUID()];
    const ask = (id: string) =>
      member.post(`/api/chats/${id}/messages`, { id: crypto.randomUUID(), text: 'Hello' });
    await ask(first);
    const [before] = await app.users();
    assert.equal((await ask(second)).code, 'TOO_MANY_CHATS');
    await member.send('DELETE', `/api/chats/${first}`);
    const races = await Promise.all([1, 2, 3, 4].map(() => member.post(`/api/chats/${first}/restore`)));
    assert.deepEqual(races.map(({ status }) => status).sort(), [200, 404, 404, 404]);
    const [after] = await app.users();
    assert.deepEqual([after?.chats, after?.characters], [before?.chats, before?.characters]);
    await member.send('DELETE', `/api/chats/${first}`);
    assert.equal((await ask(second)).status, 200);
    const refused = await member.post(`/api/chats/${first}/restore`);
    assert.deepEqual([refused.status, refused.code], [409, 'TOO_MANY_CHATS']);
    await member.send('DELETE', `/api/chats/${second}`);
    assert.equal((await member.post(`/api/chats/${first}/restore`)).status, 200);
  });

  test('a reply that began beside the deletion of its chat keeps nobody waiting', async () => {
    const app = await startApp((await place()).url);
    app.stopClock();
    const { guest, id, chat } = await app.guestWithChat(await app.makeCode());
    const lease = { userId: id, chatId: chat, leaseUntil: Date.now() + 60_000 };
    await app.db.insertInto('reply').values(lease).execute();
    await hideChat(app.db, id, chat, Date.now());
    const asked = { id: crypto.randomUUID(), text: 'Hello' };
    assert.equal((await guest.post(`/api/chats/${crypto.randomUUID()}/messages`, asked)).status, 200);
  });

  test('at a logout a deleted chat is erased at once', async () => {
    const app = await startApp((await place()).url);
    app.stopClock();
    const member = app.visitor();
    const email = newEmail();
    await member.register(email, await app.makeCode({ kind: 'registration' }));
    const [gone, kept] = [crypto.randomUUID(), crypto.randomUUID()];
    for (const id of [gone, kept])
      await member.post(`/api/chats/${id}/messages`, { id: crypto.randomUUID(), text: 'Hello' });
    await member.send('DELETE', `/api/chats/${gone}`);
    await member.logOut();
    const left = await app.db.selectFrom('chat').select('id').execute();
    assert.deepEqual(
      left.map(({ id }) => id),
      [kept],
    );
  });
});

const keep = (person: Visitor, chat: string, text: string) =>
  person.send('PUT', `/api/drafts/${chat}`, { text });

async function draftOf(person: Visitor, chat: string): Promise<string> {
  const answer = await person.get(`/api/drafts/${chat}`);
  assert.equal(answer.status, 200);
  return (answer.body as { text: string }).text;
}

/** The server looks for deleted chats each second: waits until it erased a chat that it may erase. */
async function wasLookedAt(app: TestApp) {
  const { guest, chat } = await app.guestWithChat(await app.makeCode());
  await guest.send('DELETE', `/api/chats/${chat}`);
  await app.db.updateTable('chat').set({ deletedAt: 0 }).where('id', '=', chat).execute();
  await until(
    async () => !(await app.db.selectFrom('chat').select('id').where('id', '=', chat).executeTakeFirst()),
  );
}

async function until(isSo: () => Promise<boolean>) {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 50));
}
