import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { createCodes, selectCodes } from '@foyer/invitation-codes/codes';
import { deriveKeys } from '@foyer/invitation-codes/seal';
import { type ChatAsSeen, linesOf } from '../chats/person.ts';
import { readReply, until } from '../chats/read-reply.ts';
import { freePort, onEveryDatabase } from '../database/database.ts';
import { anyCode, newAddress, newEmail, startApp, visitor } from '../server/app.ts';
import { startProcess } from '../server/process.ts';
import { startUpstream, upstreamKey } from '../server/upstream.ts';

const hourMs = 60 * 60 * 1000;
const secret = 'a secret that no clock on earth changes';
const preload = pathToFileURL(join(import.meta.dirname, '../server/clock.ts')).href;

onEveryDatabase(({ open, place }) => {
  /** A server in its own process, with a model and an adjustable clock. */
  async function startWithClock() {
    const { db, url } = await open();
    const folder = await mkdtemp(join(tmpdir(), 'foyer-clock-'));
    const clock = join(folder, 'ahead-ms');
    const setAhead = (ms: number) => writeFile(clock, String(ms));
    await setAhead(0);
    const upstream = await startUpstream();
    after(upstream.close);
    const port = await freePort();
    const server = await startProcess({
      NODE_OPTIONS: `--import=${preload}`,
      CLOCK_FILE: clock,
      DATABASE_URL: url,
      SECRET: secret,
      PORT: String(port),
      TRUST_PROXY: '127.0.0.1',
      MODEL_URL: upstream.url,
      MODEL_NAME: 'endless',
      MODEL_API_KEY: upstreamKey,
    });
    after(async () => {
      await server.kill();
      await rm(folder, { recursive: true });
    });
    const someone = () => visitor(`http://127.0.0.1:${port}`, newAddress());
    const makeCode = async (terms: Partial<ReturnType<typeof anyCode>>) => {
      const code = { ...anyCode(), ...terms };
      await createCodes(db, deriveKeys(secret), [{ ...code, remaining: code.allowed }], {
        createdBy: 'create',
        now: Date.now(),
      });
      return code.code;
    };
    return { db, server, setAhead, someone, makeCode };
  }

  test('the clock jumps ahead by an hour and back by two: people stay logged in, a reply goes on, codes follow the clock, uses are exact', async () => {
    const { db, server, setAhead, someone, makeCode } = await startWithClock();
    const now = Date.now();
    const code = await makeCode({ allowed: 100 });
    const ending = await makeCode({ allowed: 9, validUntil: now + hourMs / 2 });
    const beginning = await makeCode({ allowed: 9, validFrom: now - hourMs / 2 });
    const registration = await makeCode({ kind: 'registration' });
    const [guest, member, asking] = [someone(), someone(), someone()];
    const isIn = async () => [(await guest.chats()).status, (await member.chats()).status];
    await guest.enter(code);
    await asking.enter(code);
    await member.register(newEmail(), registration);
    const chat = `/api/chats/${crypto.randomUUID()}`;
    const seen = async () => (await asking.get(chat)).body as ChatAsSeen;
    const length = async () => (await seen()).messages[1]?.parts[0]?.text.length ?? 0;
    const answer = await asking.begin(`${chat}/messages`, { id: crypto.randomUUID(), text: 'Hello' });
    await until(async () => (await length()) > 0);

    await setAhead(hourMs);
    assert.deepEqual(await isIn(), [200, 200]);
    assert.equal((await someone().enter(ending)).status, 400);
    assert.equal((await someone().enter(beginning)).status, 200);
    const attempt = '0123456789abcdef'.repeat(2);
    assert.equal((await someone().enter(code, attempt)).status, 200);
    const before = await length();
    await until(async () => (await length()) > before);
    assert.equal((await seen()).isReplying, true);

    await setAhead(-hourMs);
    assert.deepEqual(await isIn(), [200, 200]);
    assert.equal((await someone().enter(ending)).status, 200);
    assert.equal((await someone().enter(beginning)).status, 400);
    const entries = await Promise.all(Array.from({ length: 20 }, () => someone().enter(code, attempt)));
    assert.deepEqual(new Set(entries.map(({ status }) => status)), new Set([200]));

    await setAhead(0);
    assert.equal((await someone().enter(code, attempt)).status, 200);
    assert.equal((await asking.post(`${chat}/stop`)).status, 204);
    const heard = await readReply(answer);
    assert.equal(linesOf(await seen())[1], `assistant stopped: ${heard.text}`);
    assert.deepEqual(await isIn(), [200, 200]);

    const codes = await selectCodes(db).execute();
    const spent = codes.reduce((sum, { allowed, remaining }) => sum + allowed - remaining, 0);
    const redemptions = await db.selectFrom('redemption').select('id').execute();
    const people = await db.selectFrom('user').select('id').execute();
    // Three at first, two let in by the clock, and one of the many attempts.
    assert.deepEqual([spent, redemptions.length, people.length], [6, 6, 6]);
    assert.ok(!server.logged.some((line) => line.includes('"status":500')));
  });

  test('a person who mistyped a code does not wait an hour when the clock goes back by one', async () => {
    const app = await startApp((await place()).url);
    const code = await app.makeCode({ allowed: 9 });
    const person = app.visitor();
    assert.equal((await person.enter('mistyped')).status, 400);
    app.pass(-hourMs);
    assert.equal((await person.enter('mistyped again')).status, 400);
    assert.equal((await person.enter(code)).status, 200);
  });
});
