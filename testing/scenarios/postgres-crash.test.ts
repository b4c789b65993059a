import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { openDatabase } from '@foyer/database';
import { migrate } from '@foyer/database/migrate';
import { createCodes } from '@foyer/invitation-codes/codes';
import { deriveKeys } from '@foyer/invitation-codes/seal';
import { type ChatAsSeen, linesOf } from '../chats/person.ts';
import { readFirstWords, readReply, until } from '../chats/read-reply.ts';
import { chancesOf, freePort, startPostgres } from '../database/database.ts';
import { anyCode, newAddress, visitor } from '../server/app.ts';
import { assertEachEnteredOnce, startCrowd, whileDatabaseIsAway } from '../server/crowd.ts';
import { runCommand, startProcess } from '../server/process.ts';
import { startUpstream, upstreamKey } from '../server/upstream.ts';

const crashes = process.env.LONG_TESTS ? 25 : 2;
/** Many batches, so that the first crash comes long before the last of them. */
const imported = process.env.LONG_TESTS ? 200_000 : 32_000;
const secret = 'a secret that outlives every crash';
const chance = chancesOf('postgres-crash');

test('PostgreSQL is killed during entries, an import and a reply: nothing is lost, nothing is spent twice', async () => {
  // As in production: committed data is on the disk.
  const postgres = await startPostgres(['fsync=on', 'synchronous_commit=on']);
  const endings: (() => unknown)[] = [postgres.stop];
  after(async () => {
    for (const end of endings.reverse()) await end();
  });
  const folder = await mkdtemp(join(tmpdir(), 'foyer-crash-'));
  endings.push(() => rm(folder, { recursive: true }));
  const upstream = await startUpstream();
  endings.push(upstream.close);
  const database = openDatabase(postgres.url);
  endings.push(database.close);
  await migrate(database);
  const { db } = database;
  const code = { ...anyCode(), allowed: 1_000_000, remaining: 1_000_000 };
  await createCodes(db, deriveKeys(secret), [code], { createdBy: 'create', now: Date.now() });
  const port = String(await freePort());
  const settings = { DATABASE_URL: postgres.url, SECRET: secret, DATA_DIR: folder };
  const model = { MODEL_URL: upstream.url, MODEL_NAME: 'endless', MODEL_API_KEY: upstreamKey };
  const server = await startProcess({ ...settings, ...model, PORT: port, TRUST_PROXY: '127.0.0.1' });
  endings.push(server.kill);
  const someone = () => visitor(`http://127.0.0.1:${port}`, newAddress());

  const asking = someone();
  await asking.enter(code.code);
  const chat = `/api/chats/${crypto.randomUUID()}`;
  const seen = async () => (await asking.get(chat)).body as ChatAsSeen;
  const answer = await asking.begin(`${chat}/messages`, { id: crypto.randomUUID(), text: 'Hello' });
  const [beginning, whole] = [answer.clone(), answer];
  await readFirstWords(beginning);

  const { enter, refused } = whileDatabaseIsAway(someone, code.code);
  const crowd = startCrowd(enter, { atOnce: 8 });

  const file = join(folder, 'codes.csv');
  await writeFile(file, codesFile());
  const importing = () => runCommand(settings, 'codes', 'import', '--input-file', file, '--hot-run');
  const crash = async () => {
    await postgres.kill();
    const before = refused();
    await until(() => refused() > before);
    await postgres.restart();
    await until(async () => (await someone().get('/readyz')).status === 200);
  };

  const first = importing();
  // Reading takes a while on busy processors: an import gives way to everybody.
  await until(async () => (await codesThere()) > 1, 300_000);
  await crash();
  const broken = await first;
  assert.equal(broken.exitCode, 1);
  assert.match(broken.stderr, /^foyer: The database is unavailable: /m);
  for (let count = 1; count < crashes; count++) {
    const target = crowd.entered() + 10;
    await until(() => crowd.entered() >= target);
    await wait(chance() * 50);
    await crash();
  }
  const second = await importing();
  assert.equal(second.exitCode, 0, second.stderr);
  assert.equal(await codesThere(), imported + 1);
  await crowd.stop();
  // The asking guest entered before the others.
  await assertEachEnteredOnce(db, code, 1 + crowd.entered());

  assert.equal((await seen()).isReplying, true, 'the reply is still being written');
  assert.equal((await asking.post(`${chat}/stop`)).status, 204);
  const heard = await readReply(whole);
  assert.equal(linesOf(await seen())[1], `assistant stopped: ${heard.text}`);
  assert.ok(!server.logged.some((line) => line.includes('"status":500')), 'no answer was a 500');
  await server.stop();

  async function codesThere(): Promise<number> {
    const counted = await db
      .selectFrom('invitationCode')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    return counted.count;
  }
});

function codesFile(): string {
  const header =
    'invitation_code,invitation_type,allowed_usage,valid_from,valid_until,sensitive_personal_data_requirement';
  const rows = Array.from(
    { length: imported },
    (_, i) => `CODE-${i},LOGIN,5,2020-01-01,2040-01-01,NOT_AVAILABLE`,
  );
  return [header, ...rows, ''].join('\n');
}
