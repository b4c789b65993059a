import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort, onEveryDatabase } from '@foyer/database/testing';
import { createCodes, selectCodes } from '@foyer/invitation-codes/codes';
import { deriveKeys } from '@foyer/invitation-codes/seal';
import { anyCode, newAddress, visitor } from './testing.ts';
import { type ServerProcess, startProcess } from './testing-process.ts';

const people = 500;
const crashes = 20;
const secret = 'a secret that outlives every crash';

onEveryDatabase(({ open }) => {
  test('500 people enter while the server is killed 20 times: 500 uses, 500 redemptions, 500 guests', async () => {
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

    let entered = 0;
    const enterAtLast = async () => {
      const attemptId = crypto.randomUUID().replaceAll('-', '');
      while (true) {
        const answer = await visitor(`http://127.0.0.1:${port}`, newAddress())
          .enter(code.code, attemptId)
          .catch(() => null);
        if (answer) assert.equal(answer.status, 200, JSON.stringify(answer.body));
        if (answer) break;
        // Refused connections come back at once: without a pause the queue would burn the processor that the server needs to rise.
        await wait(100);
      }
      entered++;
    };
    const crashWhen = async (target: number) => {
      while (entered < target) await wait(1);
      await wait(Math.random() * 10);
      await server.kill();
      server = await startProcess(env);
    };

    let next = 0;
    const queue = async () => {
      while (next++ < people) await enterAtLast();
    };
    const crashing = (async () => {
      for (let crash = 1; crash <= crashes; crash++) await crashWhen((crash * people) / (crashes + 1));
    })();
    await Promise.all([...Array.from({ length: 16 }, queue), crashing]);
    await server.stop();

    const { remaining } = await selectCodes(db).executeTakeFirstOrThrow();
    const redemptions = await db.selectFrom('redemption').selectAll().execute();
    const guests = await db.selectFrom('user').select('redemptionId').where('isGuest', '=', true).execute();
    const sessions = await db.selectFrom('session').select('userId').execute();
    assert.deepEqual(
      [code.allowed - remaining, redemptions.length, guests.length, sessions.length],
      [people, people, people, people],
    );
    assert.equal(new Set(guests.map(({ redemptionId }) => redemptionId)).size, people);
  });
});
