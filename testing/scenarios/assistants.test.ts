import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { onEveryDatabase } from '../database/database.ts';
import { newEmail, startApp, type TestApp } from '../server/app.ts';
import {
  type AskedModel,
  type ScriptedModel,
  saysWithUsage,
  startScriptedModel,
} from '../server/scripted-model.ts';

/** The smallest PNG. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let model: ScriptedModel;
before(async () => {
  model = await startScriptedModel((response) => saysWithUsage(response, ['Good morning.'], 60));
});
after(() => model.close());

const ask = (person: ReturnType<TestApp['visitor']>, chat: string) =>
  person.post(`/api/chats/${chat}/messages`, { id: crypto.randomUUID(), text: 'Hello' });

onEveryDatabase(({ place }) => {
  const folderWith = async (files: Record<string, string | Buffer>) => {
    const dir = await mkdtemp(join(tmpdir(), 'foyer-assistants-'));
    after(() => rm(dir, { recursive: true, force: true }));
    for (const [name, content] of Object.entries(files)) {
      await mkdir(join(dir, name, '..'), { recursive: true });
      await writeFile(join(dir, name), content);
    }
    return dir;
  };
  const start = async (dir: string, env: Record<string, string> = {}) =>
    startApp((await place()).url, {
      MODEL_URL: model.url,
      MODEL_NAME: 'small',
      ASSISTANTS_DIR: dir,
      ...env,
    });
  const enterWith = async (app: TestApp, code: string) => {
    const person = app.visitor();
    assert.equal((await person.enter(code)).status, 200);
    return person;
  };
  /** What the model was asked last. */
  const asked = () => model.state.asked.at(-1) as AskedModel;
  const promptOf = (of: AskedModel) => of.messages.find(({ role }) => role === 'system')?.content;
  const shown = async (person: ReturnType<TestApp['visitor']>) => {
    const { body } = await person.get('/api/access');
    return (body as { person: { assistant: { name: string } } }).person.assistant;
  };

  test('a person meets the assistant of their code: its words, its prompt, its model, its temperature', async () => {
    const dir = await folderWith({
      'housing.md': `---
name: Wren
greeting: Hello, I am Wren.
beginnings: [My heating is broken]
help:
  - "Call us: 0800 111 222"
model: large
temperature: 0.2
picture: wren.png
knowledge: leaflets
---
You advise tenants.`,
      'wren.png': png,
      'leaflets/rent.md': 'Rent is due on the third.',
    });
    const app = await start(dir, { MODEL_2_URL: model.url, MODEL_2_NAME: 'large' });
    const ada = await enterWith(app, await app.makeCode({ assistant: 'housing' }));
    assert.deepEqual(await shown(ada), {
      id: 'housing',
      name: 'Wren',
      greeting: 'Hello, I am Wren.',
      beginnings: ['My heating is broken'],
      help: ['Call us: 0800 111 222'],
      picture: '/api/assistants/housing/picture',
    });
    const picture = await ada.get('/api/assistants/housing/picture');
    assert.deepEqual([picture.status, picture.headers.get('content-type')], [200, 'image/png']);
    assert.equal(picture.headers.get('x-content-type-options'), 'nosniff');
    assert.equal((await app.visitor().get('/api/assistants/housing/picture')).status, 401);

    assert.equal((await ask(ada, crypto.randomUUID())).status, 200);
    const { model: name, temperature } = asked();
    assert.deepEqual([name, temperature], ['large', 0.2]);
    assert.match(
      String(promptOf(asked())),
      /^You advise tenants\.[\s\S]*<document name="rent\.md">\nRent is due/,
    );
    const reply = await app.db
      .selectFrom('message')
      .select(['assistant', 'model', 'promptDigest'])
      .where('role', '=', 'assistant')
      .executeTakeFirstOrThrow();
    assert.deepEqual([reply.assistant, reply.model], ['housing', 'large']);
    assert.match(String(reply.promptDigest), /^[\w-]{43}$/);
  });

  test('without an assistant the default one answers, with the prompt of SYSTEM_PROMPT_FILE', async () => {
    const dir = await folderWith({ 'prompt.txt': 'Be kind.' });
    const app = await start(dir, { SYSTEM_PROMPT_FILE: join(dir, 'prompt.txt') });
    const ada = await enterWith(app, await app.makeCode({}));
    const none = { id: null, name: null, greeting: null, beginnings: [], help: [], picture: null };
    assert.deepEqual(await shown(ada), none);
    assert.equal((await ask(ada, crypto.randomUUID())).status, 200);
    assert.deepEqual([promptOf(asked()), asked().model], ['Be kind.', 'small']);
    const ben = await enterWith(app, await app.makeCode({ assistant: 'gone' }));
    assert.equal((await ask(ben, crypto.randomUUID())).status, 200);
    assert.equal(promptOf(asked()), 'Be kind.');
    assert.ok(app.logged.some((line) => /does not exist/.test(line) && /gone/.test(line)));
  });

  test('a change is in force for the next message; a mistake is logged with its line, and the last good file stays', async () => {
    const file = (prompt: string) => `---\nname: Wren\nknowledge: facts\n---\n${prompt}`;
    const dir = await folderWith({ 'a.md': file('First.'), 'facts/one.txt': 'One.' });
    const app = await start(dir);
    const ada = await enterWith(app, await app.makeCode({ assistant: 'a' }));
    const chat = crypto.randomUUID();
    const promptNow = async () => {
      assert.equal((await ask(ada, chat)).status, 200);
      return promptOf(asked());
    };
    assert.match(String(await promptNow()), /^First\.[\s\S]*One\./);
    await writeFile(join(dir, 'facts/one.txt'), 'Two.');
    assert.match(String(await promptNow()), /^First\.[\s\S]*Two\./);
    await writeFile(join(dir, 'a.md'), file('Second.'));
    assert.match(String(await promptNow()), /^Second\./);
    await writeFile(join(dir, 'a.md'), file('Third.').replace('name: Wren', 'name: Wren\ncolour: red'));
    assert.match(String(await promptNow()), /^Second\./);
    assert.match(String(await promptNow()), /^Second\./);
    const mistakes = app.logged.filter((line) => line.includes('there is no field colour'));
    assert.equal(mistakes.length, 1);
    assert.match(String(mistakes[0]), /"assistant":"a","line":3/);
    await writeFile(join(dir, 'a.md'), file('Fourth.'));
    assert.match(String(await promptNow()), /^Fourth\./);
    const digests = await app.db.selectFrom('message').select('promptDigest').distinct().execute();
    assert.equal(digests.length, 1 + 4);
  });

  test('a chat keeps its assistant while the file exists, and new chats take that of the last code', async () => {
    const dir = await folderWith({
      'a.md': '---\nname: A\n---\nI am A.',
      'b.md': '---\nname: B\n---\nI am B.',
    });
    const app = await start(dir, { GUEST_CONVERSION: 'code' });
    const ada = await enterWith(app, await app.makeCode({ assistant: 'a' }));
    const [older, newer] = [crypto.randomUUID(), crypto.randomUUID()];
    assert.equal((await ask(ada, older)).status, 200);
    const registration = await app.makeCode({ kind: 'registration', assistant: 'b' });
    assert.equal((await ada.convert(newEmail(), registration)).status, 200);
    assert.equal((await ask(ada, newer)).status, 200);
    assert.equal(promptOf(asked()), 'I am B.');
    assert.equal((await ask(ada, older)).status, 200);
    assert.equal(promptOf(asked()), 'I am A.');
    const names = async () =>
      Promise.all(
        [older, newer].map(async (id) => {
          const { body } = await ada.get(`/api/chats/${id}`);
          return (body as { assistant: { name: string | null } }).assistant.name;
        }),
      );
    assert.deepEqual(await names(), ['A', 'B']);
    await rename(join(dir, 'a.md'), join(dir, 'a.old'));
    assert.equal((await ask(ada, older)).status, 200);
    assert.equal(promptOf(asked()), undefined);
    assert.deepEqual(await names(), [null, 'B']);
  });

  test('a model that does not exist is replaced by the first one, and logged', async () => {
    const dir = await folderWith({ 'a.md': '---\nname: A\nmodel: huge\n---\nI am A.' });
    const app = await start(dir);
    assert.ok(app.logged.some((line) => line.includes('There is no model huge: small answers instead.')));
    const ada = await enterWith(app, await app.makeCode({ assistant: 'a' }));
    assert.equal((await ask(ada, crypto.randomUUID())).status, 200);
    assert.deepEqual([asked().model, promptOf(asked())], ['small', 'I am A.']);
  });

  test('no file outside of the folder is read', async () => {
    const outside = await folderWith({
      'secret.md': '---\nname: S\n---\nSecret.',
      'secret.txt': 'Secret.',
      'x.png': png,
    });
    const dir = await folderWith({
      'up.md': '---\nname: Up\nknowledge: ../x\n---\nUp.',
      'in.md': '---\nname: In\nknowledge: facts\n---\nIn.',
      'picture.md': '---\nname: P\npicture: x.png\n---\nP.',
      'facts/a.txt': 'Known.',
      'facts/deep.md': '---\nname: D\npicture: d.png\n---\nD.',
      'd.png': png,
    });
    await symlink(join(outside, 'secret.md'), join(dir, 'link.md'));
    await symlink(join(outside, 'secret.txt'), join(dir, 'facts/b.txt'));
    await symlink(join(outside, 'x.png'), join(dir, 'x.png'));
    await symlink(outside, join(dir, 'x'));
    const app = await start(dir);
    const promptWith = async (assistant: string) => {
      const ada = await enterWith(app, await app.makeCode({ assistant }));
      assert.equal((await ask(ada, crypto.randomUUID())).status, 200);
      return promptOf(asked());
    };
    for (const id of ['up', 'link', 'picture']) assert.equal(await promptWith(id), undefined, id);
    const prompt = String(await promptWith('in'));
    assert.match(prompt, /Known\./);
    assert.doesNotMatch(prompt, /Secret/);
    const ada = await enterWith(app, await app.makeCode({}));
    for (const id of ['picture', 'facts%2Fdeep', '..%2Fin', '%2e%2e', 'a%00', 'none'])
      assert.equal((await ada.get(`/api/assistants/${id}/picture`)).status, 404, id);
  });
});
