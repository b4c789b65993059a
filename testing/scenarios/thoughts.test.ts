import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { onEveryDatabase } from '../database/database.ts';
import { startApp } from '../server/app.ts';
import { says, startScriptedModel } from '../server/scripted-model.ts';

onEveryDatabase(({ place }) => {
  test('thoughts are stored sealed, told in the download, gone after the logout, and headers are in no log', async () => {
    const model = await startScriptedModel((response) =>
      says(response, ['<think>They ask about herons.</think>', 'Herons eat fish.'], 'length'),
    );
    after(model.close);
    const app = await startApp((await place()).url, {
      MODEL_URL: model.url,
      MODEL_NAME: 'scripted',
      MODEL_HEADERS: '{"api-key": "key-of-the-operator"}',
    });
    const guest = app.visitor();
    await guest.enter(await app.makeCode());
    const chat = `/api/chats/${randomUUID()}`;
    const question = { id: randomUUID(), text: 'What do herons eat?' };
    assert.equal((await guest.post(`${chat}/messages`, question)).status, 200);
    assert.equal(model.state.asked[0]?.headers['api-key'], 'key-of-the-operator');

    const { body } = await guest.get('/api/account/export');
    const [asked, replied] = (body as { chats: { messages: object[] }[] }).chats[0]?.messages ?? [];
    assert.deepEqual(Object.keys(asked ?? {}).sort(), ['createdAt', 'id', 'role', 'status', 'text']);
    assert.deepEqual(
      { ...replied, id: '', createdAt: '' },
      {
        id: '',
        role: 'assistant',
        text: 'Herons eat fish.',
        thoughts: 'They ask about herons.',
        status: 'complete',
        ending: 'length',
        model: 'scripted',
        createdAt: '',
      },
    );

    const rows = await app.db.selectFrom('message').selectAll().execute();
    const sealed = rows.find(({ role }) => role === 'assistant')?.sealedThoughts;
    assert.ok(sealed && sealed.length > 20);
    assert.ok(!Buffer.from(sealed).toString('latin1').includes('herons'));
    await guest.logOut();
    assert.deepEqual(await app.db.selectFrom('message').selectAll().execute(), []);
    assert.doesNotMatch(app.logged.join('\n'), /key-of-the-operator|herons/i);
  });
});
