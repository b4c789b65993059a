import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, test } from 'node:test';
import { until } from '../chats/read-reply.ts';
import { freePort, onEveryDatabase } from '../database/database.ts';
import { goodPassword, newEmail, startApp, type TestApp } from '../server/app.ts';
import { startProcess } from '../server/process.ts';

const entry = '/api/auth/sign-in/invitation-code';
const check = '/api/auth/invitation-code/check';
const signUp = '/api/auth/sign-up/email';
const signIn = '/api/auth/sign-in/email';

onEveryDatabase(({ place }) => {
  test('invalid input is refused with its field, and writes nothing', async () => {
    const app = await startApp((await place()).url);
    const email = newEmail();
    const cases: [string, unknown, RegExp][] = [
      [entry, {}, /code/],
      [entry, { code: 1 }, /code/],
      [entry, { code: null }, /code/],
      [entry, { code: 'x', default: true }, /code/],
      [entry, { default: false }, /code/],
      [entry, { code: 'x', attemptId: 'short' }, /attemptId/],
      [entry, { code: 'x', more: 1 }, /more/],
      [entry, [], /code/],
      [check, {}, /code/],
      [check, { code: ['x'] }, /code/],
      [check, { code: 'x', more: 1 }, /more/],
      [signUp, { email }, /password/],
      [signUp, { password: goodPassword }, /email/],
      [signUp, { email: 7, password: goodPassword }, /email/],
      [signUp, { email: `a\0${email}`, password: goodPassword }, /email/],
      [signUp, { email, password: `${goodPassword}\0` }, /password/],
      [signUp, { email, password: goodPassword, name: '\0' }, /name/],
      [signUp, { email, password: goodPassword, invitationCode: 5 }, /invitationCode/],
      [signUp, { email: `${'a'.repeat(300)}@example.org`, password: goodPassword }, /email/],
      [signIn, { email }, /password/],
      [signIn, { email: {}, password: 'x' }, /email/],
      [signIn, 'text', /./],
      [signIn, 'null', /./],
    ];
    for (const [path, body, field] of cases) {
      const { status, body: answer } = await app.visitor().post(path, body);
      const { code, message } = answer as { code: string; message: string };
      const said = `${path} ${JSON.stringify(body)} → ${JSON.stringify(answer)}`;
      assert.deepEqual([status, code], [400, 'INVALID_INPUT'], said);
      assert.match(message, field, said);
    }
    assert.deepEqual(await app.users(), []);
    assert.deepEqual(app.logged, []);
  });

  test('bodies that are not JSON, too large or of another type are refused', async () => {
    const app = await startApp((await place()).url);
    const person = app.visitor();
    assert.equal((await person.post(entry, '{"code":')).status, 400);
    assert.equal((await person.post(entry, { code: 'x'.repeat(200_000) })).status, 413);
    const unannounced = `Transfer-Encoding: chunked\r\n\r\n${(200_000).toString(16)}\r\n${'x'.repeat(200_000)}\r\n0\r\n\r\n`;
    const json = 'Content-Type: application/json';
    const chunked = `POST ${entry} HTTP/1.1\r\nHost: x\r\n${json}\r\n${unannounced}`;
    assert.match(await rawAnswer(app, chunked), /^HTTP\/1\.1 413/);
    assert.equal((await person.send('POST', entry, 'code=x', { 'content-type': 'text/plain' })).status, 415);
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    assert.equal((await person.send('POST', entry, 'code=x', form)).status, 415);
    assert.equal((await person.send('POST', entry)).status, 415);
  });

  test('an incomplete body is not an error of the server, with and without a length', async () => {
    const { url } = await place();
    const port = await freePort();
    const secret = 'a secret of the tests, long enough';
    const server = await startProcess({ DATABASE_URL: url, SECRET: secret, PORT: String(port) });
    after(server.kill);
    const head = `POST ${signUp} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n`;
    for (const body of ['Content-Length: 50\r\n\r\n{"c', 'Transfer-Encoding: chunked\r\n\r\n3\r\n{"c\r\n']) {
      const before = server.logged.length;
      const socket = connect(port, '127.0.0.1', () => socket.write(head + body, () => socket.destroy()));
      await until(() => server.logged.length > before);
      const lines = server.logged.slice(before).map((line) => JSON.parse(line));
      assert.deepEqual(
        lines.map(({ level, event, status }) => [level, event, status]),
        [['info', 'request', 400]],
      );
    }
  });

  test('an OAuth state that cannot be stored was never issued', async () => {
    const app = await startApp((await place()).url);
    const { status, headers } = await app.visitor().get('/api/auth/callback/google?state=%00');
    assert.deepEqual([status, headers.get('location')?.includes('refusal=')], [302, true]);
    assert.deepEqual(app.logged, []);
  });

  test('a message with the maximum of characters is accepted, however many bytes it has', async () => {
    const app = await startApp((await place()).url, { MESSAGE_CHARACTERS: '50000' });
    const guest = app.visitor();
    await guest.enter(await app.makeCode());
    const escaped = (characters: number) =>
      `{"id":"${crypto.randomUUID()}","text":"${'\\ud83d\\ude00'.repeat(characters)}"}`;
    const send = (characters: number) =>
      guest.post(`/api/chats/${crypto.randomUUID()}/messages`, escaped(characters));
    assert.equal((await send(50_001)).code, 'MESSAGE_TOO_LONG');
    assert.equal((await send(50_000)).status, 200);
  });

  test('unknown paths and methods, and bad cookies, are refused', async () => {
    const app = await startApp((await place()).url);
    const person = app.visitor();
    for (const path of [
      '/api',
      '/api/nothing',
      '/api/auth',
      '/api/auth/get-session',
      '/api/chats/%00',
      '/api/chats/%ff',
      '/api/chats/../../etc',
    ]) {
      const { status } = await person.get(path);
      assert.ok(status >= 400 && status < 500, `${path}: ${status}`);
    }
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'GET']) {
      const { status } = await person.send(method, entry);
      assert.ok(status === 404 || status === 405, `${method}: ${status}`);
    }
    assert.match(await rawAnswer(app, `NONSENSE ${entry} HTTP/1.1\r\nHost: x\r\n\r\n`), /^HTTP\/1\.1 4/);
    assert.match(await rawAnswer(app, `POST ${entry} HTTP/1.1\r\n\r\n`), /^HTTP\/1\.1 4/);
    for (const cookie of [
      'foyer.session_token=x',
      'foyer.session_token=x.y',
      'foyer.session_token=%00.%ff',
      `foyer.session_token=${'x'.repeat(5000)}`,
      '=;=;;',
    ]) {
      assert.equal((await person.send('GET', '/api/chats', undefined, { cookie })).status, 401, cookie);
      assert.equal((await person.send('POST', '/api/auth/sign-out', {}, { cookie })).status, 200, cookie);
    }
    assert.deepEqual(app.logged, []);
  });

  test('a request that another site makes a browser send is refused, and spends nothing', async () => {
    const app = await startApp((await place()).url);
    const code = await app.makeCode();
    const registration = await app.makeCode({ kind: 'registration' });
    const guest = app.visitor();
    for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1:1']) {
      const foreign = (path: string, body: unknown) => guest.send('POST', path, body, { origin });
      assert.equal((await foreign(entry, { code })).code, 'FOREIGN_ORIGIN');
      assert.equal(
        (await foreign(signUp, { email: newEmail(), password: goodPassword, invitationCode: registration }))
          .code,
        'FOREIGN_ORIGIN',
      );
      assert.equal(
        (await foreign(signIn, { email: newEmail(), password: goodPassword })).code,
        'FOREIGN_ORIGIN',
      );
      assert.equal((await foreign(check, { code })).code, 'FOREIGN_ORIGIN');
    }
    assert.deepEqual(await app.usesOf(code), { remaining: 1, redemptions: 0 });
    await guest.enter(code);
    assert.equal(
      (await guest.send('POST', '/api/auth/sign-out', {}, { origin: 'https://evil.example' })).status,
      403,
    );
    assert.equal((await guest.chats()).status, 200);
  });

  test('on loopback all three names count as this site', async () => {
    const app = await startApp((await place()).url);
    const code = await app.makeCode({ allowed: 3 });
    const { port } = new URL(app.origin);
    for (const name of ['localhost', '127.0.0.1', '[::1]']) {
      const origin = `http://${name}:${port}`;
      assert.equal((await app.visitor().send('POST', entry, { code }, { origin })).status, 200, name);
    }
  });

  test("a bug is answered without details, and logged without the user's input", async () => {
    const app = await startApp((await place()).url);
    await app.db.schema.dropTable('tryLimit').execute();
    const answer = await app.visitor().enter('a-secret-code');
    assert.deepEqual(Object.keys(answer.body as object).sort(), ['code', 'message', 'requestId']);
    assert.equal(answer.status, 500);
    assert.match(app.logged.join(), new RegExp((answer.body as { requestId: string }).requestId));
    assert.ok(!app.logged.join().includes('a-secret-code'));
  });
});

/** The response to bytes that no browser would send. */
function rawAnswer({ origin }: TestApp, request: string): Promise<string> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(port), hostname, () => socket.end(request));
    socket.on('data', (data) => {
      answer += data;
    });
    socket.on('end', () => resolve(answer));
    socket.on('error', reject);
  });
}
