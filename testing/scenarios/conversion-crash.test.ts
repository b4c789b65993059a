import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { createCodes, selectCodes } from '@foyer/invitation-codes/codes';
import { deriveKeys } from '@foyer/invitation-codes/seal';
import { chancesOf, freePort, onEveryDatabase } from '../database/database.ts';
import { anyCode, keepChat, newAddress, type Visitor, visitor } from '../server/app.ts';
import { startIssuer } from '../server/issuer.ts';
import { type ServerProcess, startProcess } from '../server/process.ts';

const people = process.env.LONG_TESTS ? 400 : 12;
const crashes = process.env.LONG_TESTS ? 40 : 2;
const secret = 'a secret that outlives every crash';

onEveryDatabase(({ open, kind }) => {
  const chance = chancesOf(`conversion-crash on ${kind}`);

  test('guests become members with a provider while the server is killed: all in the end, each once, with their chats', async () => {
    const { db, url } = await open();
    const code = { ...anyCode(), allowed: people, remaining: people };
    const registration = {
      ...anyCode(),
      kind: 'registration',
      allowed: people + 9,
      remaining: people + 9,
    } as const;
    const made = { createdBy: 'create', now: Date.now() };
    await createCodes(db, deriveKeys(secret), [code, registration], made);
    const port = String(await freePort());
    const here = `http://127.0.0.1:${port}`;
    const issuer = await startIssuer(here);
    const env = {
      DATABASE_URL: url,
      SECRET: secret,
      PORT: port,
      NODE_ENV: 'production',
      TRUST_PROXY: '127.0.0.1',
      GUEST_CONVERSION: 'code',
      ...issuer.settings,
    };
    let server: ServerProcess = await startProcess(env);
    const guests = await Promise.all(
      Array.from({ length: people }, async () => {
        const guest = visitor(here, newAddress());
        const { user } = (await guest.enter(code.code)).body as { user: { id: string } };
        await keepChat(db, user.id, 'What do herons eat?', guest);
        return guest;
      }),
    );

    let converted = 0;
    const convertAtLast = async (guest: Visitor) => {
      const { name } = issuer.add();
      const conversion = {
        path: '/api/auth/invitation-code/convert-social',
        invitationCode: registration.code,
      };
      const isIn = async () => {
        const { person } = (await guest.get('/api/access')).body as { person: { isGuest: boolean } | null };
        return person && !person.isGuest ? 'member' : person ? 'guest' : 'nobody';
      };
      while (true) {
        try {
          const who = await isIn();
          if (who === 'member') break;
          // The conversion was done and its response lost: the next login finds the member.
          await guest.goTo(issuer, name, who === 'guest' ? conversion : {});
        } catch {
          await wait(50);
        }
      }
      converted++;
    };
    const crashing = (async () => {
      for (let crash = 1; crash <= crashes; crash++) {
        while (converted < (crash * people) / (crashes + 1)) await wait(1);
        await wait(chance() * 20);
        await server.kill();
        server = await startProcess(env);
      }
    })();
    const queue = async () => {
      for (let next = guests.pop(); next; next = guests.pop()) await convertAtLast(next);
    };
    await Promise.all([...Array.from({ length: 6 }, queue), crashing]);
    await server.stop();

    const users = await db.selectFrom('user').select(['id', 'isGuest']).execute();
    const accounts = await db.selectFrom('account').select('userId').execute();
    const chats = await db.selectFrom('chat').select('userId').execute();
    const entries = await db.selectFrom('redemption').select(['entry', 'convertedAt']).execute();
    const { remaining } = await selectCodes(db).where('kind', '=', 'registration').executeTakeFirstOrThrow();
    assert.equal(users.filter(({ isGuest }) => !isGuest).length, people);
    const everyone = users.map(({ id }) => id).sort();
    assert.deepEqual(accounts.map(({ userId }) => userId).sort(), everyone);
    assert.deepEqual(chats.map(({ userId }) => userId).sort(), everyone);
    assert.equal(entries.filter(({ entry, convertedAt }) => entry === 'guest' && convertedAt).length, people);
    assert.equal(entries.filter(({ entry }) => entry === 'conversion').length, people);
    assert.equal(registration.allowed - remaining, people);
  });
});
