import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { until } from '../../../../testing/chats/read-reply.ts';
import { operatorWith } from '../../../../testing/cli/cli.ts';
import { onEveryDatabase } from '../../../../testing/database/database.ts';
import { startApp } from '../../../../testing/server/app.ts';
import { startUpstream, upstreamKey } from '../../../../testing/server/upstream.ts';

// The same as the server's.
const secret = 'a secret of the tests, long enough';

onEveryDatabase(({ place }) => {
  test('one guest is put out by the time of their entry: their reply stops, and the others stay', async () => {
    const upstream = await startUpstream();
    after(upstream.close);
    const { url } = await place();
    const model = { MODEL_URL: upstream.url, MODEL_NAME: 'endless', MODEL_API_KEY: upstreamKey };
    const app = await startApp(url, model);
    const operator = await operatorWith({ databaseUrl: url, isMigrated: false });
    const foyer = (...args: string[]) => operator.foyerAs({ env: { SECRET: secret } }, ...args);
    const code = await app.makeCode({ allowed: 2 });
    const [stays, goes] = [app.visitor(), app.visitor()];
    await stays.enter(code);
    const between = Date.now();
    await until(() => Date.now() > between);
    await goes.enter(code);
    const question = { id: crypto.randomUUID(), text: 'Hello' };
    const stream = await goes.begin(`/api/chats/${crypto.randomUUID()}/messages`, question);
    await until(() => upstream.state.open === 1);

    const listed: { enteredAt: string; messages: number }[] = JSON.parse(
      (await foyer('people', 'list', code, '--json')).stdout,
    );
    assert.deepEqual(
      listed.map(({ messages }) => messages),
      [0, 1],
    );
    const entered = listed[1]?.enteredAt ?? '';
    const wrong = await foyer('people', 'put-out', code, '--entered', '2027-01-01');
    assert.deepEqual(
      [wrong.exitCode, wrong.stderr],
      [1, 'foyer: no guest who is in entered by this code at that time\n'],
    );
    const { exitCode, stdout } = await foyer('people', 'put-out', code, '--entered', entered);
    assert.deepEqual(
      [exitCode, stdout],
      [0, `The guest who entered at ${entered} is logged out and erased.\n`],
    );
    assert.match(await stream.text(), /"finish"/);
    await until(() => upstream.state.open === 0);
    const left = await app.db.selectFrom('user').select('id').where('isGuest', '=', true).execute();
    assert.equal(left.length, 1);
    assert.equal((await app.db.selectFrom('chat').select('id').execute()).length, 0);
    assert.equal((await goes.get('/api/chats')).status, 401);
    assert.equal((await stays.get('/api/chats')).status, 200);
    assert.equal((await foyer('people', 'list', 'NONE')).stderr, 'foyer: there is no code NONE\n');
  });
});
