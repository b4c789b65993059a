import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { onEveryDatabase } from '../database/database.ts';
import { breakTable, newEmail, startApp, type TestApp } from '../server/app.ts';
import { type ScriptedModel, saysWithUsage, startScriptedModel } from '../server/scripted-model.ts';

const minuteMs = 60_000;

let model: ScriptedModel;
before(async () => {
  model = await startScriptedModel((response) => saysWithUsage(response, ['Good morning.'], 60));
});
after(() => model.close());

/** Polls: the clock of the server looks each second. */
async function untilErased(app: TestApp) {
  while ((await app.users()).length > 0) await wait(50);
}

type Visitor = ReturnType<TestApp['visitor']>;

const chatId = () => crypto.randomUUID();
const ask = (person: Visitor, chat: string) =>
  person.post(`/api/chats/${chat}/messages`, { id: crypto.randomUUID(), text: 'Hello' });
const leftOf = async (person: Visitor) => {
  const { body } = await person.get('/api/access');
  return (body as { person: { left: object } }).person.left;
};

onEveryDatabase(({ place, kind }) => {
  const start = async (env: Record<string, string> = {}) =>
    startApp((await place()).url, { MODEL_URL: model.url, MODEL_NAME: 'any', ...env });
  const enterWith = async (app: TestApp, code: string) => {
    const person = app.visitor();
    assert.equal((await person.enter(code)).status, 200);
    return person;
  };

  test('a person sends as many messages as their code allows, and another answer to a whole one is a message', async () => {
    const app = await start();
    const code = await app.makeCode({ allowed: 2, messagesPerPerson: 2 });
    const ada = await enterWith(app, code);
    const chat = chatId();
    assert.deepEqual(await leftOf(ada), { messages: 2, messagesToday: null, endsAt: null });
    assert.equal((await ask(ada, chat)).status, 200);
    assert.deepEqual(await leftOf(ada), { messages: 1, messagesToday: null, endsAt: null });
    assert.equal((await ada.post(`/api/chats/${chat}/retry`)).status, 200);
    const refused = await ask(ada, chat);
    assert.deepEqual([refused.status, refused.code], [429, 'MESSAGES_SPENT']);
    assert.equal(refused.headers.get('retry-after'), null);
    assert.equal((await ada.post(`/api/chats/${chat}/retry`)).code, 'MESSAGES_SPENT');
    assert.equal((await ask(await enterWith(app, code), chatId())).status, 200);
  });

  test('eight questions at once count no more than the code allows', async () => {
    const app = await start();
    const ada = await enterWith(app, await app.makeCode({ messagesPerPerson: 3 }));
    for (let round = 0; round < 3; round++)
      await Promise.all(Array.from({ length: 8 }, () => ask(ada, chatId())));
    const { messages } = await app.db.selectFrom('redemption').select('messages').executeTakeFirstOrThrow();
    assert.equal(messages, 3);
  });

  test('a second attempt after a failure costs no message', async () => {
    const app = await start();
    const ada = await enterWith(app, await app.makeCode({ messagesPerPerson: 1 }));
    const { answer } = model.state;
    model.state.answer = (response) => void response.writeHead(500).end();
    const chat = chatId();
    assert.match(String((await ask(ada, chat)).body), /MODEL_FAILED/);
    model.state.answer = answer;
    assert.match(String((await ada.post(`/api/chats/${chat}/retry`)).body), /Good morning/);
    assert.equal((await ask(ada, chat)).code, 'MESSAGES_SPENT');
  });

  test('the messages of a day come back at midnight in the time zone of the house', async () => {
    const app = await start({ TIME_ZONE: 'Pacific/Auckland' });
    const ada = await enterWith(app, await app.makeCode({ messagesPerDay: 1 }));
    assert.equal((await ask(ada, chatId())).status, 200);
    assert.deepEqual(await leftOf(ada), { messages: null, messagesToday: 0, endsAt: null });
    const { terms } = ((await ada.get('/api/access')).body as { person: { terms: { dayEndsAt: string } } })
      .person;
    const { dayEndsAt, ...allowed } = terms;
    assert.deepEqual(allowed, { messages: null, messagesPerDay: 1, minutes: null });
    assert.match(
      new Date(dayEndsAt).toLocaleTimeString('en-GB', { timeZone: 'Pacific/Auckland' }),
      /^(00:00|23:59)/,
    );
    const refused = await ask(ada, chatId());
    assert.deepEqual([refused.status, refused.code], [429, 'MESSAGES_SPENT']);
    const waitMs = Number(refused.headers.get('retry-after')) * 1000;
    const at = new Date(Date.now() + waitMs);
    assert.match(at.toLocaleTimeString('en-GB', { timeZone: 'Pacific/Auckland' }), /^(00:00|23:59)/);
    app.pass(waitMs);
    assert.deepEqual(await leftOf(ada), { messages: null, messagesToday: 1, endsAt: null });
    assert.equal((await ask(ada, chatId())).status, 200);
  });

  test('all people of a code share its budget, by what the model says it used', async () => {
    const app = await start();
    const code = await app.makeCode({ allowed: 2, tokenBudget: 100 });
    const [ada, ben] = [await enterWith(app, code), await enterWith(app, code)];
    assert.equal((await ask(ada, chatId())).status, 200);
    assert.equal((await ask(ben, chatId())).status, 200);
    const refused = await ask(ada, chatId());
    assert.deepEqual([refused.status, refused.code], [429, 'BUDGET_SPENT']);
    const used = await app.db.selectFrom('redemption').select(['tokens', 'isEstimated']).execute();
    assert.deepEqual(
      used.map(({ tokens, isEstimated }) => [tokens, Boolean(isEstimated)]),
      [
        [60, false],
        [60, false],
      ],
    );
  });

  test('a reply is kept when its tokens cannot be counted, and the log says so', async () => {
    const app = await start();
    const ada = await enterWith(app, await app.makeCode({ tokenBudget: 100 }));
    const repair = await breakTable(app, kind, { verb: 'insert', table: 'tokenUse' });
    const chat = chatId();
    assert.match(String((await ask(ada, chat)).body), /Good morning/);
    await repair();
    const { messages } = (await ada.get(`/api/chats/${chat}`)).body as { messages: { metadata: object }[] };
    assert.equal(messages.length, 2);
    assert.match(app.logged.join('\n'), /the tokens of a reply could not be counted/);
  });

  test('tokens are estimated where the model says nothing', async () => {
    const app = await start({ MODEL_URL: '', MODEL_NAME: '' });
    const ada = await enterWith(app, await app.makeCode({ tokenBudget: 5 }));
    assert.equal((await ask(ada, chatId())).status, 200);
    const { tokens, isEstimated } = await app.db
      .selectFrom('redemption')
      .selectAll()
      .executeTakeFirstOrThrow();
    assert.ok(tokens > 5 && isEstimated);
    assert.equal((await ask(ada, chatId())).code, 'BUDGET_SPENT');
  });

  test('when the time is over, what the guest wrote is gone, and they are told once', async () => {
    const app = await start();
    const ada = await enterWith(app, await app.makeCode({ minutesPerPerson: 5 }));
    assert.equal((await ask(ada, chatId())).status, 200);
    const [user] = await app.users();
    const { endsAt } = (await leftOf(ada)) as { endsAt: string };
    assert.equal(Date.parse(endsAt), user?.endsAt);
    app.pass(4 * minuteMs);
    assert.equal((await ada.chats()).status, 200);
    app.pass(minuteMs);
    const over = await ada.chats();
    assert.deepEqual([over.status, over.code], [401, 'TIME_OVER']);
    for (const table of ['user', 'session', 'chat', 'message'] as const)
      assert.deepEqual(await app.db.selectFrom(table).selectAll().execute(), [], table);
    assert.equal((await ada.chats()).code, 'NOT_SIGNED_IN');
  });

  test('the clock erases a guest who does nothing, and their page is told when it asks', async () => {
    const app = await start();
    const ada = await enterWith(app, await app.makeCode({ minutesPerPerson: 1 }));
    app.pass(minuteMs);
    await untilErased(app);
    const { body } = await ada.get('/api/access');
    const { person, timeOver } = body as { person: null; timeOver: boolean };
    assert.deepEqual([person, timeOver], [null, true]);
    const again = (await ada.get('/api/access')).body as { timeOver: boolean };
    assert.equal(again.timeOver, false);
  });

  test('a guest who becomes a member keeps the chats and the limits, but neither clock nor place', async () => {
    const app = await start();
    const code = await app.makeCode({
      allowed: 2,
      minutesPerPerson: 5,
      peopleAtOnce: 1,
      messagesPerPerson: 1,
    });
    const ada = await enterWith(app, code);
    assert.equal((await ask(ada, chatId())).status, 200);
    assert.equal((await ada.convert(newEmail())).status, 200);
    assert.deepEqual(await leftOf(ada), { messages: 0, messagesToday: null, endsAt: null });
    await enterWith(app, code);
    app.pass(6 * minuteMs);
    assert.equal((await ask(ada, chatId())).code, 'MESSAGES_SPENT');
    assert.equal((await app.db.selectFrom('chat').select('id').execute()).length, 1);
  });

  test('a room holds as many as may be at once, while people come and leave', async () => {
    const app = await start();
    const code = await app.makeCode({ allowed: 500, peopleAtOnce: 5 });
    const crowd = Array.from({ length: 64 }, () => app.visitor());
    const answers = await Promise.all(crowd.map((person) => person.enter(code)));
    const inside = crowd.filter((_, i) => answers[i]?.status === 200);
    assert.equal(inside.length, 5);
    for (const { status, code } of answers)
      if (status !== 200) assert.deepEqual([status, code], [409, 'ROOM_FULL']);
    assert.deepEqual(await app.usesOf(code), { remaining: 495, redemptions: 5 });
    await Promise.all(inside.slice(0, 2).map((person) => person.logOut()));
    const again = await Promise.all(crowd.map((person) => person.enter(code)));
    assert.equal(again.filter(({ status }) => status === 200).length, 2);
    assert.equal((await app.db.selectFrom('place').selectAll().execute()).length, 5);
  });

  test('guests who are in when a code becomes a room hold a place', async () => {
    const app = await startApp((await place()).url);
    const code = await app.makeCode({ allowed: 500 });
    const inside = [await enterWith(app, code), await enterWith(app, code), await enterWith(app, code)];
    await app.editCode(code, { allowed: 500, peopleAtOnce: 2 });
    assert.equal((await app.visitor().enter(code)).code, 'ROOM_FULL');
    for (const guest of inside) assert.equal((await guest.chats()).status, 200);
    await Promise.all(inside.slice(0, 2).map((guest) => guest.logOut()));
    await enterWith(app, code);
    assert.equal((await app.visitor().enter(code)).code, 'ROOM_FULL');
  });

  test('who lost their place keeps their chats, and comes before newcomers', async () => {
    const app = await start();
    const code = await app.makeCode({ allowed: 500, peopleAtOnce: 1 });
    const ada = await enterWith(app, code);
    const chat = chatId();
    assert.equal((await ask(ada, chat)).status, 200);
    app.pass(11 * minuteMs);
    const ben = await enterWith(app, code);
    const refused = await ada.get(`/api/chats/${chat}`);
    assert.deepEqual([refused.status, refused.code], [409, 'ROOM_FULL']);
    await ben.logOut();
    assert.equal((await app.visitor().enter(code)).code, 'ROOM_FULL');
    assert.equal((await ada.get(`/api/chats/${chat}`)).status, 200);
  });
});
