import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMachine } from './machine.ts';

type Event = 'ask' | 'answer' | 'nothing';

function counter() {
  return createMachine<number, Event, 'fetch'>(
    0,
    (state, event) => ({
      state: event === 'answer' ? state + 1 : state,
      effects: event === 'ask' ? ['fetch'] : [],
    }),
    async (): Promise<Event> => 'answer',
  );
}

test('an event is done when its effects have answered', async () => {
  const machine = counter();
  const asking = machine.dispatch('ask');
  assert.equal(machine.current(), 0);
  await asking;
  assert.equal(machine.current(), 1);
});

test('listeners hear of changes only, until they stop listening', async () => {
  const machine = counter();
  let heard = 0;
  const stop = machine.subscribe(() => heard++);
  await machine.dispatch('nothing');
  assert.equal(heard, 0);
  await machine.dispatch('answer');
  assert.equal(heard, 1);
  stop();
  await machine.dispatch('answer');
  assert.equal(heard, 1);
});
