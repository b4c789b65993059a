import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { openDatabase } from '@foyer/database';
import { migrate } from '@foyer/database/migrate';
import { createCodes, selectCodes } from '@foyer/invitation-codes/codes';
import { deriveKeys } from '@foyer/invitation-codes/seal';
import { type ChatAsSeen, linesOf } from '../chats/person.ts';
import { readReply, until } from '../chats/read-reply.ts';
import { freePort, onSmallDisk, type SmallDisk } from '../database/database.ts';
import { anyCode, newAddress, newEmail, visitor } from '../server/app.ts';
import { startProcess } from '../server/process.ts';
import { startUpstream, upstreamKey } from '../server/upstream.ts';

const secret = 'a secret that lies on another disk';
const uses = 400;

/** A server on a disk that can be filled, with a login code and a registration code. */
async function startOn(disk: SmallDisk) {
  const endings: (() => unknown)[] = [];
  after(async () => {
    for (const end of endings.reverse()) await end();
  });
  endings.push(disk.remove);
  const url = `sqlite:${join(disk.folder, 'foyer.db')}`;
  const database = openDatabase(url);
  endings.push(database.close);
  await migrate(database);
  const [login, registration] = (['login', 'registration'] as const).map((kind) => ({
    ...anyCode(),
    kind,
    allowed: uses,
    remaining: uses,
  }));
  assert.ok(login && registration);
  const by = { createdBy: 'create', now: Date.now() } as const;
  await createCodes(database.db, deriveKeys(secret), [login, registration], by);
  const upstream = await startUpstream();
  endings.push(upstream.close);
  const port = await freePort();
  const server = await startProcess({
    DATABASE_URL: url,
    SECRET: secret,
    PORT: String(port),
    NODE_ENV: 'production',
    TRUST_PROXY: '127.0.0.1',
    MODEL_URL: upstream.url,
    MODEL_NAME: 'endless',
    MODEL_API_KEY: upstreamKey,
  });
  endings.push(server.kill);
  return {
    disk,
    server,
    db: database.db,
    login: login.code,
    registration: registration.code,
    someone: () => visitor(`http://127.0.0.1:${port}`, newAddress()),
  };
}

onSmallDisk(import.meta.filename, (mount) => {
  test('on a full disk people are told so, nothing is half done, and with free space everything continues by itself', async () => {
    const { disk, server, db, login, registration, someone } = await startOn(mount(8));
    const counts = async () => {
      const { remaining } = await selectCodes(db).where('kind', '=', 'login').executeTakeFirstOrThrow();
      const redemptions = await db.selectFrom('redemption').select('id').execute();
      const guests = await db.selectFrom('user').select('id').execute();
      const sessions = await db.selectFrom('session').select('id').execute();
      return [uses - remaining, redemptions.length, guests.length, sessions.length];
    };
    const [asking, leaving, late] = [someone(), someone(), someone()];
    await asking.enter(login);
    await leaving.enter(login);
    let entered = 2;
    const chat = `/api/chats/${crypto.randomUUID()}`;
    const question = () => ({ id: crypto.randomUUID(), text: 'What do herons eat?' });
    const seen = async () => (await asking.get(chat)).body as ChatAsSeen;
    const answer = await asking.begin(`${chat}/messages`, question());

    disk.fill();
    const attempt = '0123456789abcdef'.repeat(2);
    // The database's log may have room for a few.
    while ((await someone().enter(login)).status === 200) entered++;
    for (const { status, code, headers } of [
      await late.enter(login, attempt),
      await late.register(newEmail(), registration),
      await leaving.post(`/api/chats/${crypto.randomUUID()}/messages`, question()),
      await leaving.logOut(),
    ]) {
      assert.deepEqual([status, code, headers.get('retry-after')], [503, 'STORAGE_FULL', '30']);
    }
    assert.equal((await leaving.chats()).status, 200, 'they are still logged in, and can read');
    assert.deepEqual(await counts(), [entered, entered, entered, entered]);
    await until(() => server.logged.some((line) => line.includes('a lease could not be renewed')));

    disk.makeRoom();
    assert.equal((await late.enter(login, attempt)).status, 200);
    assert.equal((await leaving.logOut()).status, 200);
    assert.deepEqual(await counts(), [entered + 1, entered + 1, entered, entered]);
    await until(async () => (await seen()).messages.length === 2);
    assert.equal((await asking.post(`${chat}/stop`)).status, 204);
    const heard = await readReply(answer);
    assert.match(heard.text, /^word /);
    assert.equal(linesOf(await seen())[1], `assistant stopped: ${heard.text}`);
    assert.ok(!server.logged.some((line) => line.includes('"level":"error"')), server.logged.join('\n'));
  });
});
