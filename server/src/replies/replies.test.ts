import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { DefaultChatTransport, readUIMessageStream, type UIMessage } from 'ai';
import { linesOf, statusAndCode } from '../../../testing/chats/person.ts';
import { readFirstWords, readReply, until } from '../../../testing/chats/read-reply.ts';
import { onEveryChat } from '../../../testing/chats/suite.ts';
import { upstreamAnswer } from '../../../testing/server/upstream.ts';

onEveryChat(({ start, upstream }) => {
  test('a reply streams to its end and is saved', async () => {
    const anna = await (await start('ok')).enterAsMember();
    const chatId = randomUUID();
    const response = await anna.send(chatId, 'Hello');
    assert.equal(response.headers.get('content-type'), 'text/event-stream');
    assert.equal(response.headers.get('cache-control'), 'no-store, no-transform');
    assert.equal(response.headers.get('x-accel-buffering'), 'no');
    const heard = await readReply(response);
    assert.deepEqual([heard.text, heard.status, heard.error], [upstreamAnswer, 'complete', undefined]);
    const chat = await anna.chat(chatId);
    assert.deepEqual(linesOf(chat), ['user complete: Hello', `assistant complete: ${upstreamAnswer}`]);
    assert.equal(chat.messages[1]?.id, heard.messageId);
    assert.equal(chat.isReplying, false);
  });

  test('the model gets the instructions and the whole chat, and its reasoning is not shown', async () => {
    const anna = await (await start('reasoning')).enterAsMember();
    const chatId = randomUUID();
    assert.equal((await anna.ask(chatId, 'First')).text, upstreamAnswer);
    await anna.ask(chatId, 'Second');
    assert.deepEqual(upstream().asked.at(-1)?.messages, [
      { role: 'system', content: 'Be kind.' },
      { role: 'user', content: 'First' },
      { role: 'assistant', content: upstreamAnswer },
      { role: 'user', content: 'Second' },
    ]);
  });

  test('a reply continues without its reader, can be read again from the start, and is saved', async () => {
    const app = await start('endless');
    const anna = await app.enterAsMember();
    const chatId = randomUUID();
    const leaving = new AbortController();
    await readFirstWords(await anna.send(chatId, 'Hello', { signal: leaving.signal }));
    leaving.abort();
    assert.equal((await anna.chat(chatId)).isReplying, true);
    const [again, alsoAgain] = [await anna.reply(chatId), await anna.reply(chatId)];
    assert.equal(again.headers.get('x-accel-buffering'), 'no');
    const heard = [readReply(again), readReply(alsoAgain)];
    assert.equal((await anna.stop(chatId)).status, 204);
    const [text] = (await Promise.all(heard)).map((each) => each.text);
    const chat = await anna.chat(chatId);
    assert.deepEqual(linesOf(chat), ['user complete: Hello', `assistant stopped: ${text}`]);
    assert.equal(chat.isReplying, false);
    assert.equal((await anna.reply(chatId)).status, 204);
  });

  test("the AI SDK's client reads from the stream the very message that is kept", async () => {
    const anna = await (await start('ok')).enterAsMember();
    const chatId = randomUUID();
    const transport = new DefaultChatTransport({ fetch: () => anna.send(chatId, 'Hello') });
    const stream = await transport.sendMessages({
      trigger: 'submit-message',
      chatId,
      messageId: undefined,
      messages: [],
      abortSignal: undefined,
    });
    let read: UIMessage | undefined;
    for await (const message of readUIMessageStream({ stream, terminateOnError: true })) read = message;
    const parts = read?.parts.map((part) =>
      part.type === 'text' ? { type: part.type, text: part.text } : part,
    );
    assert.deepEqual({ ...read, parts }, (await anna.chat(chatId)).messages[1]);
  });

  test('a reader who leaves does not stop the reply', async () => {
    const anna = await (await start('ok')).enterAsMember();
    const chatId = randomUUID();
    const response = await anna.send(chatId, 'Hello');
    await response.body?.cancel();
    await until(async () => !(await anna.chat(chatId)).isReplying);
    assert.equal(linesOf(await anna.chat(chatId))[1], `assistant complete: ${upstreamAnswer}`);
  });

  test('a stop closes the connection to the model, and an empty reply leaves no message', async () => {
    const anna = await (await start('hang')).enterAsMember();
    const chatId = randomUUID();
    const asked = upstream().asked.length;
    const response = await anna.send(chatId, 'Hello');
    await until(() => upstream().asked.length > asked);
    const { abandoned } = upstream().state;
    assert.equal((await anna.stop(chatId)).status, 204);
    await until(() => upstream().state.abandoned > abandoned);
    const heard = await readReply(response);
    assert.deepEqual([heard.text, heard.messageId, heard.error], ['', undefined, undefined]);
    assert.deepEqual(linesOf(await anna.chat(chatId)), ['user complete: Hello']);
    assert.equal((await anna.stop(chatId)).status, 204);
  });

  test('a stop waits until the written part is saved', async () => {
    const app = await start('endless');
    const anna = await app.enterAsMember();
    const chatId = randomUUID();
    await readFirstWords(await anna.send(chatId, 'Hello'));
    await app.replies.stopAllOf(anna.person.id);
    assert.equal(app.replies.of(anna.person.id, chatId), undefined);
    assert.match(linesOf(await anna.chat(chatId))[1] ?? '', /^assistant stopped: word/);
  });

  test('characters that no database can store are removed from a reply', async () => {
    const anna = await (await start('unstorable')).enterAsMember();
    const chatId = randomUUID();
    await anna.ask(chatId, 'Hello');
    assert.equal(linesOf(await anna.chat(chatId))[1], 'assistant complete: ab😀\ufffd');
  });

  test('a server that shuts down saves the written part as interrupted', async () => {
    const app = await start('endless');
    const anna = await app.enterAsMember();
    const chatId = randomUUID();
    const response = await anna.send(chatId, 'Hello');
    await until(async () => (await anna.chat(chatId)).isReplying);
    await readFirstWords(await anna.reply(chatId));
    await app.replies.close();
    const heard = await readReply(response);
    assert.equal(heard.error, 'MODEL_FAILED');
    const question = 'user complete: Hello';
    assert.deepEqual(linesOf(await anna.chat(chatId)), [question, `assistant interrupted: ${heard.text}`]);

    const late = await anna.ask(randomUUID(), 'Too late');
    assert.deepEqual([late.text, late.error], ['', 'MODEL_FAILED']);
  });

  test('a retry replaces the last reply', async () => {
    const anna = await (await start('ok')).enterAsMember();
    const chatId = randomUUID();
    const first = await anna.ask(chatId, 'Hello');
    const second = await readReply(await anna.retry(chatId));
    assert.notEqual(second.messageId, first.messageId);
    const chat = await anna.chat(chatId);
    assert.deepEqual(linesOf(chat), ['user complete: Hello', `assistant complete: ${upstreamAnswer}`]);
    assert.equal(chat.messages[1]?.id, second.messageId);
    assert.deepEqual(upstream().asked.at(-1)?.messages.slice(1), [{ role: 'user', content: 'Hello' }]);
  });

  test('a retry never replaces messages that the user has not seen', async () => {
    const anna = await (await start('ok')).enterAsMember();
    const chatId = randomUUID();
    const seen = await anna.ask(chatId, 'Hello');
    const answer = await readReply(await anna.retry(chatId, seen.messageId));
    assert.deepEqual(await statusAndCode(await anna.retry(chatId, seen.messageId)), [409, 'CHAT_MOVED_ON']);
    assert.equal((await anna.chat(chatId)).messages.at(-1)?.id, answer.messageId);
    assert.equal((await anna.retry(chatId, answer.messageId)).status, 200);
  });

  test('unanswered questions reach the model as one', async () => {
    const anna = await (await start('empty')).enterAsMember();
    const chatId = randomUUID();
    await anna.ask(chatId, 'One');
    await anna.ask(chatId, 'Two');
    const [, ...said] = upstream().asked.at(-1)?.messages ?? [];
    assert.deepEqual(said, [{ role: 'user', content: 'One\n\nTwo' }]);
  });

  test('while the model is silent the stream sends heartbeats', async () => {
    const app = await start('hang', { heartbeatMs: 10 });
    const anna = await app.enterAsMember();
    const response = await anna.send(randomUUID(), 'Hello');
    let heard = '';
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      heard += chunk;
      if (heard.split('\n\n').length > 4) break;
    }
    assert.match(heard, /^(:[^\n]*\n\n)+/);
    await app.replies.stopAllOf(anna.person.id);
  });
});
