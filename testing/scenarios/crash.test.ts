import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { createCodes } from '@foyer/invitation-codes/codes';
import { deriveKeys } from '@foyer/invitation-codes/seal';
import { type ChatAsSeen, linesOf } from '../chats/person.ts';
import { readFirstWords, until } from '../chats/read-reply.ts';
import { chancesOf, freePort, onEveryDatabase } from '../database/database.ts';
import { anyCode, newAddress, visitor } from '../server/app.ts';
import { assertEachEnteredOnce, startCrowd, whileServersDie } from '../server/crowd.ts';
import { type ServerProcess, startProcess } from '../server/process.ts';
import { startUpstream, upstreamKey } from '../server/upstream.ts';

const secret = 'a secret that outlives every crash';

onEveryDatabase(({ open, kind }) => {
  const chance = chancesOf(`crash on ${kind}`);
  const [people, crashes] = kind === 'sqlite' || process.env.LONG_TESTS ? [500, 20] : [100, 3];

  test(`${people} people enter while the server is killed ${crashes} times: as many uses, redemptions and guests`, async () => {
    const { db, url } = await open();
    const code = { ...anyCode(), allowed: people + 100, remaining: people + 100 };
    await createCodes(db, deriveKeys(secret), [code], { createdBy: 'create', now: Date.now() });
    const port = String(await freePort());
    const env = {
      DATABASE_URL: url,
      SECRET: secret,
      PORT: port,
      NODE_ENV: 'production',
      TRUST_PROXY: '127.0.0.1',
    };
    let server: ServerProcess = await startProcess(env);

    const someone = () => visitor(`http://127.0.0.1:${port}`, newAddress());
    const crowd = startCrowd(whileServersDie(someone, code.code), { atOnce: 16, people });
    const crashWhen = async (target: number) => {
      while (crowd.entered() < target) await wait(1);
      await wait(chance() * 10);
      await server.kill();
      server = await startProcess(env);
    };
    const crashing = (async () => {
      for (let crash = 1; crash <= crashes; crash++) await crashWhen((crash * people) / (crashes + 1));
    })();
    await Promise.all([crowd.everybody, crashing]);
    await server.stop();
    await assertEachEnteredOnce(db, code, people);
  });

  test('a reply whose server is killed stays as far as it was saved, interrupted, and can be answered again', async () => {
    const upstream = await startUpstream();
    after(upstream.close);
    const { db, url } = await open();
    const code = anyCode();
    await createCodes(db, deriveKeys(secret), [code], { createdBy: 'create', now: Date.now() });
    const port = String(await freePort());
    const model = { MODEL_URL: upstream.url, MODEL_NAME: 'endless', MODEL_API_KEY: upstreamKey };
    const env = { DATABASE_URL: url, SECRET: secret, PORT: port, ...model };
    let server = await startProcess(env);
    const guest = visitor(`http://127.0.0.1:${port}`, newAddress());
    await guest.enter(code.code);
    const chat = `/api/chats/${crypto.randomUUID()}`;
    const seen = async () => (await guest.get(chat)).body as ChatAsSeen;
    const answer = await guest.begin(`${chat}/messages`, { id: crypto.randomUUID(), text: 'Hello' });
    await readFirstWords(answer);
    await until(async () => (await seen()).messages.length === 2);
    await server.kill();
    server = await startProcess(env);

    assert.equal((await seen()).isReplying, true);
    if (!process.env.LONG_TESTS)
      await db
        .updateTable('reply')
        .set({ leaseUntil: Date.now() - 1 })
        .execute();
    await until(async () => !(await seen()).isReplying, 40_000);
    assert.match(linesOf(await seen())[1] ?? '', /^assistant interrupted: word /);
    await readFirstWords(await guest.begin(`${chat}/retry`));
    await guest.post(`${chat}/stop`);
    assert.deepEqual(
      (await seen()).messages.map(({ metadata }) => metadata.status),
      ['complete', 'stopped'],
    );
    await server.stop();
  });
});
