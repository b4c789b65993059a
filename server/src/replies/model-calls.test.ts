import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { countsOf, statusAndCode } from '../../../testing/chats/person.ts';
import { readReply, until } from '../../../testing/chats/read-reply.ts';
import { onEveryChat } from '../../../testing/chats/suite.ts';
import { upstreamAnswer } from '../../../testing/server/upstream.ts';
import { forgetModelCalls, modelCallLog, modelCallsOf } from '../models/model-calls.ts';

const dayMs = 24 * 60 * 60 * 1000;

onEveryChat(({ start, db }) => {
  /** Two servers with one database, a log and a clock. */
  async function startTwo(perDay: number | null, day: string) {
    const clock = { now: Date.parse(`${day}T18:30:00.000Z`) };
    const told: [string, unknown][] = [];
    const log = (event: string, details?: Record<string, unknown>) => {
      told.push([event, details?.spent]);
    };
    const startOne = () =>
      start('ok', {
        limits: { modelCallsPerDay: perDay },
        now: () => clock.now,
        ...(perDay !== null && { noteModelCalls: modelCallLog({ db: db(), log, limit: () => perDay }) }),
      });
    return { clock, told, servers: [await startOne(), await startOne()] as const };
  }

  test('two servers together call the model as often as allowed that day', async () => {
    const { clock, servers } = await startTwo(7, '2031-05-01');
    const people = await Promise.all(
      Array.from({ length: 30 }, (_, i) => {
        const server = servers[i % 2 ? 0 : 1];
        return i % 3 ? server.enterAsGuest() : server.enterAsMember();
      }),
    );
    const answers = await Promise.all(people.map((person) => person.send(randomUUID(), 'Hello')));
    assert.deepEqual(countsOf(answers.map(({ status }) => status)), { 200: 7, 429: 23 });
    for (const answer of answers) if (answer.status === 200) await readReply(answer);
    const refused = answers.find(({ status }) => status === 429);
    assert.equal(refused?.headers.get('retry-after'), String(5.5 * 3600));
    assert.deepEqual(refused && (await statusAndCode(refused)), [429, 'MODEL_CALLS_SPENT']);
    assert.equal(await modelCallsOf(db(), clock.now), 7);
    const [refusedPerson] = people.filter((_, i) => answers[i]?.status === 429);
    assert.deepEqual(await refusedPerson?.chats(), [], 'a refused request leaves nothing');

    clock.now += 5.5 * 3_600_000;
    assert.equal((await refusedPerson?.ask(randomUUID(), 'Hello'))?.text, upstreamAnswer);
    assert.equal(await modelCallsOf(db(), clock.now), 1);
  });

  test('a retry is a model call, too', async () => {
    const [server] = (await startTwo(2, '2031-05-03')).servers;
    const anna = await server.enterAsMember();
    const chatId = randomUUID();
    await anna.ask(chatId, 'Hello');
    await readReply(await anna.retry(chatId));
    assert.deepEqual(await statusAndCode(await anna.retry(chatId)), [429, 'MODEL_CALLS_SPENT']);
  });

  test('the log reports once a day that four fifths are used, and once that all are, on any server', async () => {
    const { clock, told, servers } = await startTwo(10, '2031-05-05');
    const [anna, bert] = [await servers[0].enterAsMember(), await servers[1].enterAsMember()];
    const askBoth = async () => {
      await anna.ask(randomUUID(), 'Hello');
      await bert.ask(randomUUID(), 'Hello');
    };
    for (let times = 0; times < 3; times++) await askBoth();
    assert.deepEqual(told, []);
    await askBoth();
    await until(() => told.length === 1);
    await askBoth();
    await until(() => told.length === 2);
    for (const person of [anna, bert]) assert.equal((await person.send(randomUUID(), 'Hello')).status, 429);
    const shares = ['80 % of MODEL_CALLS_PER_DAY are spent', '100 % of MODEL_CALLS_PER_DAY are spent'];
    assert.deepEqual(told, [
      [shares[0], 8],
      [shares[1], 10],
    ]);
    clock.now += dayMs;
    for (let times = 0; times < 4; times++) await askBoth();
    await until(() => told.length === 3);
    assert.deepEqual(told.at(-1), [shares[0], 8]);
  });

  test('without a limit nothing is counted', async () => {
    const { clock, servers } = await startTwo(null, '2031-05-08');
    const anna = await servers[0].enterAsMember();
    await anna.ask(randomUUID(), 'Hello');
    assert.equal(await modelCallsOf(db(), clock.now), 0);
  });

  test('past days are deleted, but not before every clock has left them', async () => {
    const now = Date.parse('2030-01-10T00:00:05Z');
    const days = ['2030-01-07', '2030-01-08', '2030-01-09', '2030-01-10'];
    for (const day of days) await db().insertInto('modelCalls').values({ day, count: 1 }).execute();
    await forgetModelCalls(db(), now);
    const left = await db()
      .selectFrom('modelCalls')
      .select('day')
      .where('day', '<', '2030-02')
      .orderBy('day')
      .execute();
    assert.deepEqual(
      left.map(({ day }) => day),
      days.slice(1),
    );
  });
});
