import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { type ChatAsSeen, linesOf } from '../chats/person.ts';
import { readFirstWords, until } from '../chats/read-reply.ts';
import { onEveryDatabase } from '../database/database.ts';
import { assertEachEnteredOnce, startCrowd, whileServersDie } from '../server/crowd.ts';
import type { ServerProcess } from '../server/process.ts';
import { startThree } from '../server/servers.ts';
import { startUpstream, upstreamKey } from '../server/upstream.ts';

const people = process.env.LONG_TESTS ? 3000 : 300;
const rounds = process.env.LONG_TESTS ? 10 : 1;

onEveryDatabase(({ place, kind }) => {
  if (kind === 'sqlite') return;

  test('people enter while three servers are killed and restarted one by one: as many uses, redemptions and guests', async () => {
    const { db, someone, restart, makeCode } = await startThree((await place()).url);
    const code = await makeCode(people + 10);
    const crowd = startCrowd(whileServersDie(someone, code.code), { atOnce: 12, people });
    const restarting = (async () => {
      const ends = Array.from(
        { length: rounds * 3 },
        (_, i) => ({ index: i % 3, end: i % 3 ? 'kill' : 'stop' }) as const,
      );
      for (const [i, { index, end }] of ends.entries()) {
        while (crowd.entered() < ((i + 1) * people) / (ends.length + 1)) await wait(1);
        await restart(index, end);
      }
    })();
    await Promise.all([crowd.everybody, restarting]);
    await assertEachEnteredOnce(db, code, people);
  });

  test('a guest who logs out on one server is logged out on all, and gone', async () => {
    const { db, someone, by, makeCode } = await startThree((await place()).url);
    const guest = someone();
    await guest.enter((await makeCode(1)).code);
    for (const index of [0, 1, 2]) assert.equal((await by(guest, index).chats()).status, 200);
    const others = [1, 2].map((index) => by(guest, index));
    assert.equal((await by(guest, 0).logOut()).status, 200);
    for (const other of others) assert.equal((await other.chats()).status, 401);
    assert.deepEqual(await db.selectFrom('user').selectAll().execute(), []);
  });

  test('a reply whose server dies is marked as interrupted, and any other server can answer again', async () => {
    const upstream = await startUpstream();
    after(upstream.close);
    const model = { MODEL_URL: upstream.url, MODEL_NAME: 'endless', MODEL_API_KEY: upstreamKey };
    const { db, servers, someone, by, makeCode } = await startThree((await place()).url, model);
    const guest = someone();
    await guest.enter((await makeCode(1)).code);
    const chat = `/api/chats/${crypto.randomUUID()}`;
    const seenBy = async (index: number) => (await by(guest, index).get(chat)).body as ChatAsSeen;
    const question = { id: crypto.randomUUID(), text: 'What do herons eat?' };
    await readFirstWords(await by(guest, 0).begin(`${chat}/messages`, question));
    await until(async () => (await seenBy(1)).messages.length === 2);
    await servers[0]?.kill();

    // Until its lease ends, another server might still write it.
    assert.equal((await seenBy(1)).isReplying, true);
    assert.equal((await by(guest, 1).get(`${chat}/reply`)).status, 204);
    assert.equal((await by(guest, 1).post(`${chat}/retry`)).code, 'REPLY_RUNNING');
    if (!process.env.LONG_TESTS)
      await db
        .updateTable('reply')
        .set({ leaseUntil: Date.now() - 1 })
        .execute();
    await until(async () => !(await seenBy(2)).isReplying, 40_000);
    for (const index of [1, 2]) {
      const [asked, reply] = linesOf(await seenBy(index));
      assert.equal(asked, 'user complete: What do herons eat?');
      assert.match(reply ?? '', /^assistant interrupted: word /);
    }
    await readFirstWords(await by(guest, 2).begin(`${chat}/retry`));
    await by(guest, 2).post(`${chat}/stop`);
    assert.deepEqual(
      (await seenBy(1)).messages.map(({ metadata }) => metadata.status),
      ['complete', 'stopped'],
    );
  });

  test('expired guests are erased once each, by any server', async () => {
    const { db, servers, someone, makeCode } = await startThree((await place()).url, { GUEST_TTL: '4s' });
    const { code } = await makeCode(30);
    await Promise.all(Array.from({ length: 30 }, () => someone().enter(code)));
    await until(async () => (await db.selectFrom('user').select('id').execute()).length === 0);
    await Promise.all(servers.map((server: ServerProcess) => server.stop()));
    const cleanedUp = servers.flatMap(({ logged }) => logged.map((line) => JSON.parse(line).erased ?? 0));
    assert.equal(
      cleanedUp.reduce((sum, erased) => sum + erased, 0),
      30,
    );
    assert.ok(
      !servers.flatMap(({ logged }) => logged).some((line) => /cleanup task failed|could not be/.test(line)),
    );
  });
});
