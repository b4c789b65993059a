import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Chat, Message } from '../../../api/chats.ts';
import type { Problem } from '../../../api/problem.ts';
import { reduceReply } from './reply-reducer.ts';
import { initialReply, isReplying, type ReplyEffect, type ReplyEvent, type Shown } from './reply-state.ts';

const problem = (code: Problem['code']): Problem => ({ code, retryAfterSeconds: 0 });
const message = (
  id: string,
  role: Message['role'],
  status: 'complete' | 'stopped' = 'complete',
): Message => ({
  id,
  role,
  parts: [{ type: 'text', text: `text of ${id}` }],
  metadata: { createdAt: 0, status },
});
const question = message('q', 'user');
const answered = message('a', 'assistant', 'complete');
const chatOf = (messages: Message[], isReplying = false): Chat => ({
  id: 'chat',
  title: 'Herons',
  updatedAt: 0,
  messages,
  isReplying,
  assistant: { id: null, name: null, greeting: null, beginnings: [], help: [], picture: null },
});

/** A reply whose effects are looked at and not done. */
function reply(wasReplying = false) {
  let state = initialReply(wasReplying);
  const shown: Shown = { status: 'ready', messages: [] };
  return {
    shown,
    state: () => state,
    isReplying: () => isReplying(state, shown.status),
    send(event: ReplyEvent): ReplyEffect[] {
      const next = reduceReply(state, event, shown);
      state = next.state;
      return next.effects;
    },
  };
}

test('a message that the server refuses goes back to its writer', () => {
  const it = reply();
  assert.deepEqual(it.send({ type: 'sent', id: 'q', text: 'Herons?' }), [
    { type: 'send', id: 'q', text: 'Herons?' },
  ]);
  assert.deepEqual(it.send({ type: 'failed', problem: problem('MESSAGE_TOO_LONG') }), [
    { type: 'remove', id: 'q' },
    { type: 'give-back', text: 'Herons?' },
  ]);
  assert.equal(it.state().problem?.code, 'MESSAGE_TOO_LONG');
});

test('a message that may have arrived stays', () => {
  for (const code of ['BROKEN', 'MODEL_FAILED'] as const) {
    const it = reply();
    it.send({ type: 'sent', id: 'q', text: 'Herons?' });
    assert.deepEqual(it.send({ type: 'failed', problem: problem(code) }), []);
    assert.equal(it.state().problem?.code, code);
  }
});

test('a message that did not arrive is sent again by itself, once, with the same id', () => {
  const it = reply();
  const offline = problem('OFFLINE');
  it.send({ type: 'sent', id: 'q', text: 'Herons?' });
  it.shown.messages = [question];
  assert.deepEqual(it.send({ type: 'failed', problem: offline }), [
    { type: 'load', purpose: 'retry', afterPause: true },
  ]);
  assert.deepEqual(it.send({ type: 'finished' }), []);
  assert.deepEqual([it.state().problem, it.isReplying()], [null, true]);
  const notThere = { problem: problem('CHAT_NOT_FOUND') };
  assert.deepEqual(it.send({ type: 'loaded', purpose: 'retry', answer: notThere }), [
    { type: 'send-again', id: 'q', text: 'text of q' },
  ]);
  assert.deepEqual(it.send({ type: 'failed', problem: offline }), []);
  it.send({ type: 'finished' });
  it.send({ type: 'retried' });
  assert.deepEqual([it.state().problem, it.isReplying()], [offline, false]);
});

test('a message that cannot be sent again either is a problem', () => {
  const it = reply();
  const offline = problem('OFFLINE');
  it.send({ type: 'sent', id: 'q', text: 'Herons?' });
  it.send({ type: 'failed', problem: offline });
  it.send({ type: 'finished' });
  assert.deepEqual(it.send({ type: 'loaded', purpose: 'retry', answer: { problem: offline } }), []);
  assert.deepEqual([it.state().problem, it.isReplying()], [offline, false]);
});

test('the page is told when the server has kept something, also when the model failed', () => {
  for (const [code, effects] of [
    [null, [{ type: 'tell-saved' }]],
    ['MODEL_FAILED', [{ type: 'tell-saved' }]],
    ['OFFLINE', []],
  ] as const) {
    const it = reply();
    it.send({ type: 'sent', id: 'q', text: 'Herons?' });
    if (code) it.send({ type: 'failed', problem: problem(code) });
    assert.deepEqual(it.send({ type: 'finished' }), effects);
    assert.equal(it.state().sent, null);
  }
});

test('a line that breaks in the middle loses the reply, and is no problem yet', () => {
  const it = reply();
  it.shown.status = 'streaming';
  it.send({ type: 'failed', problem: problem('OFFLINE') });
  assert.equal(it.state().isLost, true);
  assert.equal(it.state().problem, null);
  it.shown.status = 'error';
  assert.equal(it.isReplying(), true);
});

test('a lost reply is loaded once at a time', () => {
  const it = reply(true);
  assert.deepEqual(it.send({ type: 'resume-wanted' }), [{ type: 'load', purpose: 'resume' }]);
  assert.deepEqual(it.send({ type: 'resume-wanted' }), []);
  it.send({ type: 'loaded', purpose: 'resume', answer: { problem: problem('OFFLINE') } });
  assert.equal(it.state().isLost, true);
  assert.equal(it.state().problem?.code, 'OFFLINE');
  assert.equal(it.send({ type: 'resume-wanted' }).length, 1);
});

test('a lost reply that has ended is shown', () => {
  const it = reply(true);
  it.send({ type: 'resume-wanted' });
  const chat = chatOf([question, answered]);
  assert.deepEqual(it.send({ type: 'loaded', purpose: 'resume', answer: { value: chat } }), [
    { type: 'show', messages: chat.messages },
    { type: 'clear-error' },
  ]);
  assert.equal(it.isReplying(), false);
});

test('a lost reply that still runs is followed, and looked for again where another server writes it', () => {
  for (const isElsewhere of [true, false]) {
    const it = reply(true);
    it.send({ type: 'resume-wanted' });
    const chat = chatOf([question], true);
    assert.deepEqual(it.send({ type: 'loaded', purpose: 'resume', answer: { value: chat } }), [
      { type: 'show', messages: chat.messages },
      { type: 'follow', purpose: 'resume' },
    ]);
    assert.deepEqual(it.send({ type: 'resume-wanted' }), [], 'it is followed already');
    it.send({ type: 'line-ended', purpose: 'resume', isElsewhere });
    assert.equal(it.state().isLost, isElsewhere);
    assert.equal(it.state().isResuming, false);
  }
});

test('a line that breaks while a lost reply is followed leaves it lost', () => {
  const it = reply(true);
  it.send({ type: 'resume-wanted' });
  it.send({ type: 'loaded', purpose: 'resume', answer: { value: chatOf([question], true) } });
  it.shown.status = 'streaming';
  it.send({ type: 'failed', problem: problem('OFFLINE') });
  it.send({ type: 'line-ended', purpose: 'resume', isElsewhere: false });
  assert.equal(it.state().isLost, true);
});

test('a lost reply whose chat is gone is lost no longer', () => {
  const it = reply(true);
  it.send({ type: 'resume-wanted' });
  it.send({ type: 'loaded', purpose: 'resume', answer: { problem: problem('CHAT_NOT_FOUND') } });
  assert.equal(it.state().isLost, false);
  assert.equal(it.state().problem?.code, 'CHAT_NOT_FOUND');
});

test('a good answer is answered again as it is shown, once at a time', () => {
  const it = reply();
  it.shown.messages = [question, answered];
  assert.deepEqual(it.send({ type: 'retry-wanted' }), [{ type: 'answer-again', last: 'a' }]);
  assert.equal(it.isReplying(), true);
  assert.deepEqual(it.send({ type: 'retry-wanted' }), []);
  it.send({ type: 'retried' });
  assert.equal(it.isReplying(), false);
});

test('after a problem the server is asked first what it has', () => {
  const afterProblem = (messages: Message[], isReplying = false) => {
    const it = reply();
    it.shown.messages = [question];
    it.send({ type: 'failed', problem: problem('OFFLINE') });
    assert.deepEqual(it.send({ type: 'retry-wanted' }), [{ type: 'load', purpose: 'retry' }]);
    assert.equal(it.state().problem, null);
    const answer = { value: chatOf(messages, isReplying) };
    return it.send({ type: 'loaded', purpose: 'retry', answer }).map((effect) => effect.type);
  };
  assert.deepEqual(afterProblem([]), ['send-again'], 'the question never arrived');
  assert.deepEqual(afterProblem([question]), ['answer-again'], 'it has no answer');
  assert.deepEqual(afterProblem([question, message('a', 'assistant', 'stopped')]), ['answer-again']);
  assert.deepEqual(afterProblem([question, answered]), ['show', 'clear-error'], 'it was answered');
  assert.deepEqual(afterProblem([question], true), ['show', 'follow'], 'it is being answered');
});

test('a retry that fails can be tried again', () => {
  const it = reply();
  it.shown.messages = [question];
  it.send({ type: 'failed', problem: problem('OFFLINE') });
  it.send({ type: 'retry-wanted' });
  it.send({ type: 'loaded', purpose: 'retry', answer: { problem: problem('BROKEN') } });
  assert.equal(it.state().problem?.code, 'BROKEN');
  assert.equal(it.isReplying(), false);
});

test('a chat that the server does not have yet gets its first question again', () => {
  const it = reply();
  it.shown.messages = [question];
  it.send({ type: 'failed', problem: problem('OFFLINE') });
  it.send({ type: 'retry-wanted' });
  const answer = { problem: problem('CHAT_NOT_FOUND') };
  assert.deepEqual(it.send({ type: 'loaded', purpose: 'retry', answer }), [
    { type: 'send-again', id: 'q', text: 'text of q' },
  ]);
});

test('a chat that was continued in another tab is loaded, and that is no problem', () => {
  const it = reply();
  assert.deepEqual(it.send({ type: 'failed', problem: problem('CHAT_MOVED_ON') }), [
    { type: 'load', purpose: 'resume' },
  ]);
  assert.equal(it.state().problem, null);
});

test('a session that has ended is told', () => {
  const it = reply();
  const effects = it.send({ type: 'failed', problem: problem('NOT_SIGNED_IN') });
  assert.deepEqual(effects[0], { type: 'tell-signed-out', problem: problem('NOT_SIGNED_IN') });
});

test('a reply that could not be stopped is a problem, unless there is none', () => {
  const it = reply();
  it.send({ type: 'stop-answered', problem: problem('CHAT_NOT_FOUND') });
  assert.equal(it.state().problem, null);
  it.send({ type: 'stop-answered', problem: problem('OFFLINE') });
  assert.equal(it.state().problem?.code, 'OFFLINE');
  it.send({ type: 'problem-cleared' });
  assert.equal(it.state().problem, null);
});

test('a reply that was cut off grows once, and not while it is being written', () => {
  const it = reply();
  it.shown.messages = [question, answered];
  assert.deepEqual(it.send({ type: 'growth-wanted' }), [{ type: 'grow' }]);
  it.shown.status = 'submitted';
  assert.deepEqual(it.send({ type: 'growth-wanted' }), []);
});

test('after a continuation that was refused because the chat went on, the page shows the chat', () => {
  const it = reply();
  it.shown.messages = [question, answered];
  it.send({ type: 'growth-wanted' });
  assert.deepEqual(it.send({ type: 'failed', problem: problem('CHAT_MOVED_ON') }), [
    { type: 'load', purpose: 'resume' },
  ]);
});
