import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { openDatabase } from '@foyer/database';
import { conversationIn } from '../../server/src/chats/messages.ts';
import { timeSlices } from '../../server/src/http/time-slices.ts';
import { openModel } from '../../server/src/models/open-model.ts';
import { openReplies } from '../../server/src/replies/replies.ts';
import type { ReplyChunk } from '../../server/src/replies/reply-parts.ts';
import { type ChatAsSeen, linesOf } from '../chats/person.ts';
import { readReply, until } from '../chats/read-reply.ts';
import { onEveryDatabase, startDatabaseProxy } from '../database/database.ts';
import { keysOf, startApp } from '../server/app.ts';
import { assertEachEnteredOnce, startCrowd, whileDatabaseIsAway } from '../server/crowd.ts';
import { startUpstream, upstreamAnswer, upstreamKey } from '../server/upstream.ts';

/** How long the database is away, in milliseconds; in the short form until everybody has noticed. */
const cutMs = process.env.LONG_TESTS ? 30_000 : 0;
const cuts = process.env.LONG_TESTS ? 4 : 2;

onEveryDatabase(({ place, kind }) => {
  if (kind === 'sqlite') return;

  /** A server with a model and a database connection that can be cut. */
  async function startOnLine() {
    const { url } = await place();
    const line = await startDatabaseProxy(() => Number(new URL(url).port));
    const upstream = await startUpstream();
    const far = new URL(url);
    far.port = String(line.port);
    after(async () => {
      await upstream.close();
      await line.close();
    });
    const model = { url: upstream.url, name: 'endless', apiKey: upstreamKey, systemPrompt: 'Be kind.' };
    const env = { MODEL_URL: model.url, MODEL_NAME: model.name, MODEL_API_KEY: upstreamKey };
    // The test's own connections must not be cut.
    const { db } = openDatabase(url);
    after(() => db.destroy());
    return { line, db, upstream, far: far.href, model: openModel(model), app: await startApp(far.href, env) };
  }

  test('the database is cut off during entries and a reply: nothing is lost or spent twice, and everything continues', async () => {
    const { app, db, line } = await startOnLine();
    const code = await app.makeCode({ allowed: 100_000 });
    const asking = app.visitor();
    await asking.enter(code);
    const chat = `/api/chats/${crypto.randomUUID()}`;
    const seen = async () => (await asking.get(chat)).body as ChatAsSeen;
    const answer = await asking.begin(`${chat}/messages`, { id: crypto.randomUUID(), text: 'Hello' });
    await until(async () => (await seen()).messages.length === 2);

    const { enter, refused } = whileDatabaseIsAway(() => app.visitor(), code);
    const crowd = startCrowd(enter, { atOnce: 8 });
    for (let cut = 0; cut < cuts; cut++) {
      const [enough, all] = [crowd.entered() + 20, refused() + 16];
      await until(() => crowd.entered() >= enough);
      await line.cut();
      await until(() => refused() >= all);
      await wait(cutMs);
      assert.equal((await app.visitor().get('/readyz')).body, 'not ready: database');
      await line.restore();
      await until(async () => (await app.visitor().get('/readyz')).status === 200);
    }
    await crowd.stop();
    // The asking guest entered before the others.
    await assertEachEnteredOnce(db, { label: code, allowed: 100_000 }, 1 + crowd.entered());
    await until(async () => (await seen()).isReplying);
    assert.equal((await asking.post(`${chat}/stop`)).status, 204);
    const heard = await readReply(answer);
    assert.equal(linesOf(await seen())[1], `assistant stopped: ${heard.text}`);
  });

  /** A reply that ends while the database is cut off. */
  async function startEndingInSilence() {
    const { app, db, far, line, model } = await startOnLine();
    const { guest, id: userId, chat: chatId } = await app.guestWithChat(await app.makeCode());
    const database = openDatabase(far);
    after(database.close);
    const logged: string[] = [];
    const log = (event: string) => logged.push(event);
    const replies = openReplies({ database, log, pace: { totalMs: 1000 } });
    await app.db.insertInto('reply').values({ userId, chatId, leaseUntil: 1 }).execute();
    const keys = await keysOf(app.db, userId, guest);
    const { messages: conversation } = await conversationIn(app.db, keys, chatId, {
      now: Date.now(),
      slices: timeSlices(),
    });
    const reply = replies.begin({ lease: { userId, chatId, ends: [1] }, keys, conversation }, model);
    const parts = reply.read();
    // Its first words came, so its user was looked up.
    const { value: first = [] } = await parts.next();
    await line.cut();
    await until(() => logged.includes('the model failed'));
    assert.equal(replies.count(), 1, 'it has ended, and waits for the database');
    const heard = async () => [...first, ...(await Array.fromAsync(parts)).flat()];
    return { guest, chatId, db, line, logged, heard };
  }

  test('a reply that ends while the database is cut off is saved when it is back', async () => {
    const { guest, chatId, line, logged, heard } = await startEndingInSilence();
    await line.restore();
    const text = textIn(await heard());
    const { messages } = (await guest.get(`/api/chats/${chatId}`)).body as ChatAsSeen;
    assert.match(text, /^word /);
    assert.deepEqual(linesOf({ messages } as ChatAsSeen)[1], `assistant interrupted: ${text}`);
    assert.ok(!logged.includes('a reply could not be saved'));
  });

  test('a reply that ends while the database is cut off is not reported as saved if another writer took its lease', async () => {
    const { guest, chatId, db, line, heard } = await startEndingInSilence();
    await db.deleteFrom('reply').execute();
    await line.restore();
    const end = (await heard()).find((part) => part.type === 'message-metadata');
    assert.equal(end?.messageMetadata.status, 'stopped');
    const { messages } = (await guest.get(`/api/chats/${chatId}`)).body as ChatAsSeen;
    assert.equal(messages.length, 1);
  });

  test('a reply that starts and ends while the database is cut off ends with an error, and the server lives on', async () => {
    const { app, far, line, upstream } = await startOnLine();
    const { guest, id: userId, chat: chatId } = await app.guestWithChat(await app.makeCode());
    const keys = await keysOf(app.db, userId, guest);
    const database = openDatabase(far);
    after(database.close);
    const replies = openReplies({ database, log: () => {}, pace: { keepMs: 0 } });
    const model = openModel({ url: upstream.url, name: 'ok', apiKey: upstreamKey });
    await line.cut();
    const reply = replies.begin({ lease: { userId, chatId, ends: [1] }, keys, conversation: [] }, model);
    const parts = (await Array.fromAsync(reply.read())).flat();
    assert.equal(textIn(parts), upstreamAnswer);
    assert.deepEqual(parts.at(-1), { type: 'error', errorText: 'MODEL_FAILED' });
    assert.equal(replies.count(), 0);
  });
});

function textIn(parts: ReplyChunk[]): string {
  return parts.map((part) => (part.type === 'text-delta' ? part.delta : '')).join('');
}
