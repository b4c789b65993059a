import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ReplyWorld, runReplyEffect } from './reply-effects.ts';
import type { ReplyEffect } from './reply-state.ts';

/** Notes what was done, in order. */
function world(lastStatus = 200) {
  const done: unknown[][] = [];
  const note =
    (name: string) =>
    (...args: unknown[]): Promise<void> => {
      done.push([name, ...args]);
      return Promise.resolve();
    };
  const noting: ReplyWorld = {
    send: note('send'),
    sendAgain: note('sendAgain'),
    grow: note('grow'),
    answerAgain: note('answerAgain'),
    follow: note('follow'),
    lastStatus: async () => {
      done.push(['lastStatus']);
      return lastStatus;
    },
    pause: note('pause'),
    load: async () => ({ problem: { code: 'OFFLINE', retryAfterSeconds: 0 } }),
    show: note('show'),
    remove: note('remove'),
    clearError: note('clearError'),
    onRefused: note('onRefused'),
    onSaved: note('onSaved'),
    onSignedOut: note('onSignedOut'),
  };
  return { done, run: (effect: ReplyEffect) => runReplyEffect(effect, noting) };
}

test('a retry ends when its answer has ended', async () => {
  const { run, done } = world();
  assert.deepEqual(await run({ type: 'answer-again', last: 'a' }), { type: 'retried' });
  assert.deepEqual(await run({ type: 'send-again', id: 'q', text: 'Herons?' }), { type: 'retried' });
  assert.equal(await run({ type: 'send', id: 'q', text: 'Herons?' }), null);
  assert.deepEqual(done[0], ['answerAgain', 'a']);
});

test('the answer to a load names its purpose', async () => {
  const { run } = world();
  assert.deepEqual(await run({ type: 'load', purpose: 'resume' }), {
    type: 'loaded',
    purpose: 'resume',
    answer: { problem: { code: 'OFFLINE', retryAfterSeconds: 0 } },
  });
});

test('a load after a pause waits first', async () => {
  const { run, done } = world();
  await run({ type: 'load', purpose: 'retry', afterPause: true });
  assert.deepEqual(done, [['pause']]);
});

test('a reply that another server writes is told from one that has ended here', async () => {
  for (const [status, isElsewhere] of [
    [204, true],
    [200, false],
  ] as const) {
    const { run, done } = world(status);
    assert.deepEqual(await run({ type: 'follow', purpose: 'retry' }), {
      type: 'line-ended',
      purpose: 'retry',
      isElsewhere,
    });
    assert.deepEqual(done, [['follow'], ['lastStatus']]);
  }
});

test('what takes no time is done at once', () => {
  const { run, done } = world();
  run({ type: 'show', messages: [] });
  run({ type: 'clear-error' });
  run({ type: 'remove', id: 'q' });
  run({ type: 'give-back', text: 'Herons?' });
  run({ type: 'tell-saved' });
  run({ type: 'tell-signed-out', problem: { code: 'TIME_OVER', retryAfterSeconds: 0 } });
  assert.deepEqual(done, [
    ['show', []],
    ['clearError'],
    ['remove', 'q'],
    ['onRefused', 'Herons?'],
    ['onSaved'],
    ['onSignedOut', { code: 'TIME_OVER', retryAfterSeconds: 0 }],
  ]);
});
