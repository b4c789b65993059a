import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createCodes } from '@foyer/invitation-codes/codes';
import { deriveKeys } from '@foyer/invitation-codes/seal';
import { readReply, until } from '../../../testing/chats/read-reply.ts';
import { freePort, onEveryDatabase } from '../../../testing/database/database.ts';
import { anyCode, breakTable, newAddress, visitor } from '../../../testing/server/app.ts';
import { startProcess } from '../../../testing/server/process.ts';
import { startUpstream, upstreamKey } from '../../../testing/server/upstream.ts';

const secret = 'a secret of the tests, long enough';
/** Part of every value that a log must not contain. */
const marker = 'heron';
const uuid = () => crypto.randomUUID();

type Line = Record<string, unknown>;

onEveryDatabase(({ open, kind }) => {
  async function start(env: Record<string, string> = {}) {
    const { db, url } = await open();
    const codes = {
      login: { ...anyCode(), code: `${marker}-login`, allowed: 9, remaining: 9 },
      registration: { ...anyCode(), code: `${marker}-registration`, kind: 'registration' as const },
    };
    await createCodes(db, deriveKeys(secret), Object.values(codes), { createdBy: 'create', now: Date.now() });
    const port = String(await freePort());
    const server = await startProcess({
      DATABASE_URL: url,
      SECRET: secret,
      PORT: port,
      TRUST_PROXY: '127.0.0.1',
      ...env,
    });
    const here = `http://127.0.0.1:${port}`;
    const lines = () => server.logged.map((line): Line => JSON.parse(line));
    return { db, server, here, lines, someone: (address = newAddress()) => visitor(here, address) };
  }

  test('each request leaves a line: method, route, status, duration and an id', async () => {
    const { server, lines, someone } = await start();
    const guest = someone();
    await guest.enter(`${marker}-login`);
    await guest.get(`/api/chats/${uuid()}?${marker}`);
    await guest.get(`/${marker}`);
    await guest.get('/healthz');
    await server.stop();
    const seen = lines().filter(({ event }) => event === 'request');
    assert.deepEqual(
      seen.map(({ method, route, status }) => [method, route, status]),
      [
        ['POST', '/api/auth/sign-in/invitation-code', 200],
        ['GET', '/api/chats/:id', 404],
        ['GET', '/*', 404],
      ],
    );
    for (const { level, time, requestId, durationMs, ...rest } of seen) {
      assert.equal(level, 'info');
      assert.ok(Date.parse(String(time)) <= Date.now());
      assert.match(String(requestId), /^[0-9a-f-]{36}$/);
      assert.ok(Number(durationMs) >= 0);
      assert.deepEqual(Object.keys(rest).sort(), ['event', 'method', 'route', 'status']);
    }
  });

  test('no code, text, email, address, cookie or query gets into the log, whatever goes wrong', async () => {
    const upstream = await startUpstream();
    after(upstream.close);
    const model = { MODEL_URL: upstream.url, MODEL_NAME: 'error', MODEL_API_KEY: upstreamKey };
    const { db, server, here, lines, someone } = await start({ LOG_LEVEL: 'debug', ...model });
    const address = '198.51.100.77';
    const email = `${marker}@example.org`;
    const guest = someone(address);
    const question = { id: uuid(), text: `What do ${marker}s eat?` };

    await guest.enter(`${marker}-unknown`);
    await guest.enter(`${marker}-login`);
    await guest.get(`/?invite-code=${marker}-login`);
    await guest.get(`/%23invite-code=${marker}-login`);
    await guest.get(`/verify%23token=${marker}`);
    await guest.get(`/api/auth/callback/${marker}?code=${marker}&state=${marker}`);
    await guest.send('GET', `/api/${marker}/${marker}`, undefined, {
      cookie: `foyer.session_token=${marker}`,
      'user-agent': marker,
      referer: `https://example.org/${marker}`,
      authorization: marker,
      'x-request-id': marker,
    });
    await guest.send('POST', '/api/auth/sign-in/email', `{"email": "${email}", "password": ${marker}`);
    await guest.login(email, `${marker}-password`);
    const answer = await fetch(`${here}/api/chats/${uuid()}/messages?text=${marker}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        cookie: Array.from(guest.cookies, ([name, value]) => `${name}=${value}`).join('; '),
      },
      body: JSON.stringify(question),
    });
    await readReply(answer);
    const restore = await breakTable({ db }, kind, { verb: 'insert', table: 'session' });
    const broken = await someone(address).enter(`${marker}-login`);
    await someone(address).register(email, `${marker}-registration`);
    await restore();
    await until(() => lines().some(({ event }) => event === 'the model failed'));
    await server.stop();

    const token = [...guest.cookies.values()].join();
    const log = server.logged.join('\n');
    for (const planted of [marker, address, email, upstreamKey, token, '127.0.0.1', '?']) {
      assert.ok(!log.includes(planted), `${planted} in ${log}`);
    }
    const { requestId } = broken.body as { requestId: string };
    const told = lines().filter((line) => line.requestId === requestId);
    assert.deepEqual(
      told.map(({ event, level, status }) => [event, level, status]),
      [
        ['error', 'error', undefined],
        ['request', 'info', 500],
      ],
    );
  });

  test('LOG_LEVEL sets how much is logged', async () => {
    for (const [level, expected] of [
      ['debug', ['/healthz', '/api/access']],
      ['warn', []],
      ['silent', []],
    ] as const) {
      const { server, lines, someone } = await start({ LOG_LEVEL: level });
      await someone().get('/healthz');
      await someone().get('/api/access');
      await server.stop();
      assert.deepEqual(
        lines().map(({ route }) => route),
        expected,
      );
    }
  });
});
