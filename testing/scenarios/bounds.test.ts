import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { freePort, onEveryDatabase } from '../database/database.ts';
import { keepChat, newEmail, startApp, type Visitor } from '../server/app.ts';
import { startUpstream, upstreamKey } from '../server/upstream.ts';

onEveryDatabase(({ place }) => {
  /** A server with these limits and a model that replies at once. */
  async function start(env: Record<string, string>) {
    const upstream = await startUpstream();
    after(upstream.close);
    const model = { MODEL_URL: upstream.url, MODEL_NAME: 'ok', MODEL_API_KEY: upstreamKey };
    const app = await startApp((await place()).url, {
      REGISTRATION_CODES: 'not-required',
      ...model,
      ...env,
    });
    const member = app.visitor();
    await member.register(newEmail());
    return { app, member, upstream };
  }

  const ask = (person: Visitor, chatId = crypto.randomUUID() as string, text = 'Hello') =>
    person.post(`/api/chats/${chatId}/messages`, { id: crypto.randomUUID(), text });

  const bounds = [
    ['MEMBER_MESSAGES_PER_DAY', '2', 429, 'TOO_MANY_MESSAGES'],
    ['CHATS_PER_PERSON', '1', 409, 'TOO_MANY_CHATS'],
    ['CHARACTERS_PER_PERSON', '40', 409, 'STORAGE_SPENT'],
    ['MODEL_CALLS_PER_DAY', '2', 429, 'MODEL_CALLS_SPENT'],
  ] as const;
  for (const [setting, most, status, code] of bounds) {
    test(`${setting} is enforced by the server`, async () => {
      const { member } = await start({ [setting]: most });
      const refused = [await ask(member), await ask(member), await ask(member)].at(-1);
      assert.deepEqual([refused?.status, refused?.code], [status, code]);
      assert.equal(refused?.headers.has('retry-after'), status === 429);
    });
  }

  test('MESSAGES_PER_CHAT and MODEL_REPLY_TOKENS are enforced by the server', async () => {
    const { member, upstream } = await start({ MESSAGES_PER_CHAT: '2', MODEL_REPLY_TOKENS: '99' });
    const chatId = crypto.randomUUID();
    assert.equal((await ask(member, chatId)).status, 200);
    assert.equal((await ask(member, chatId)).code, 'CHAT_FULL');
    assert.equal(upstream.asked.at(-1)?.max_tokens, 99);
  });

  test('STREAMS_PER_PERSON is enforced by the server', async () => {
    const { member } = await start({ STREAMS_PER_PERSON: '1', MODEL_NAME: 'endless' });
    const chat = `/api/chats/${crypto.randomUUID()}`;
    const stream = await member.begin(`${chat}/messages`, { id: crypto.randomUUID(), text: 'Hello' });
    const refused = await member.get(`${chat}/reply`);
    assert.deepEqual([refused.status, refused.code], [429, 'TOO_MANY_STREAMS']);
    await member.post(`${chat}/stop`);
    await stream.text();
    assert.equal((await member.get(`${chat}/reply`)).status, 204);
  });

  test('the metrics and the log report how many model calls are used', async () => {
    const port = await freePort();
    const { app, member } = await start({ METRICS_PORT: String(port), MODEL_CALLS_PER_DAY: '5' });
    for (let times = 0; times < 4; times++) await ask(member);
    const figures = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    assert.match(figures, /\nfoyer_model_calls_today 4\n/);
    assert.match(figures, /\nfoyer_model_calls_per_day 5\n/);
    for (let times = 0; times < 3; times++) await ask(member);
    const told = app.logged.filter((line) => line.includes('MODEL_CALLS_PER_DAY'));
    assert.deepEqual(
      told.map((line) => JSON.parse(line)),
      [80, 100].map((share) => ({
        event: `${share} % of MODEL_CALLS_PER_DAY are spent`,
        spent: (share / 100) * 5,
        perDay: 5,
      })),
    );
  });

  test("a guest's counts are added to the member who takes the chats over", async () => {
    const { app } = await start({});
    const [guest, email] = [app.visitor(), newEmail()];
    await app.visitor().register(email);
    await guest.enter(await app.makeCode());
    const idOf = async (field: 'email' | 'isGuest', value: string | boolean) =>
      (await app.db.selectFrom('user').select('id').where(field, '=', value).executeTakeFirstOrThrow()).id;
    const [memberId, guestId] = [await idOf('email', email), await idOf('isGuest', true)];
    const count = (id: string, counts: { chats: number; characters: number }) =>
      app.db.updateTable('user').set(counts).where('id', '=', id).execute();
    await count(memberId, { chats: 1, characters: 5 });
    await count(guestId, { chats: 2, characters: 30 });
    for (const text of ['One', 'Two']) await keepChat(app.db, guestId, text, guest);
    assert.equal((await guest.login(email, undefined, 'move')).status, 200);
    const { chats, characters } = await app.db
      .selectFrom('user')
      .select(['chats', 'characters'])
      .where('id', '=', memberId)
      .executeTakeFirstOrThrow();
    assert.deepEqual([chats, characters], [3, 35]);
  });
});
