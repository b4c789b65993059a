import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Unavailable } from '@foyer/database';
import { openFairQueue, type Place } from './fair-queue.ts';

/** A line for one piece of work at a time, and the order in which its pieces were done or refused. */
function startLine(most = 100) {
  const inLine = openFairQueue({ width: 1, most });
  const done: string[] = [];
  const refused: string[] = [];
  const begun = Promise.withResolvers<void>();
  const all: Promise<unknown>[] = [inLine(placeOf('nobody'), () => begun.promise)];
  return {
    bring(name: string, place: Place) {
      const work = inLine(place, async () => done.push(name)).catch((error) => {
        assert.ok(error instanceof Unavailable && error.kind === 'overloaded');
        refused.push(name);
      });
      all.push(work);
    },
    async finish() {
      begun.resolve();
      await Promise.all(all);
      return { done, refused };
    },
  };
}

const placeOf = (owner: string, more: Partial<Place> = {}): Place => ({
  line: 'log-ins',
  owner,
  isLast: false,
  ...more,
});

test('everybody has one piece done in turn, however many they bring', async () => {
  const line = startLine();
  for (const name of ['a1', 'a2', 'a3', 'b1', 'c1', 'c2']) line.bring(name, placeOf(name.slice(0, 1)));
  assert.deepEqual((await line.finish()).done, ['a1', 'b1', 'c1', 'a2', 'c2', 'a3']);
});

test('those who are last wait behind all others, also behind those who come later', async () => {
  const line = startLine();
  for (const name of ['a', 'b']) line.bring(name, placeOf(name, { isLast: true }));
  for (const name of ['c', 'd']) line.bring(name, placeOf(name));
  assert.deepEqual((await line.finish()).done, ['c', 'd', 'a', 'b']);
});

test('lines are served in turn, however long one is', async () => {
  const line = startLine();
  for (const name of ['a', 'b', 'c', 'd']) line.bring(name, placeOf(name));
  line.bring('registration', placeOf('e', { line: 'registrations' }));
  const { done } = await line.finish();
  assert.ok(done.indexOf('registration') <= 1, done.join());
});

test('where a line is full, the owner of the most loses the newest, those who are last before others', async () => {
  const line = startLine(4);
  for (const name of ['a1', 'a2', 'b1', 'c1']) line.bring(name, placeOf(name.slice(0, 1)));
  line.bring('d1', placeOf('d'));
  line.bring('e1', placeOf('e'));
  line.bring('z1', placeOf('z', { isLast: true }));
  line.bring('f1', placeOf('f', { line: 'registrations' }));
  const { done, refused } = await line.finish();
  assert.deepEqual(refused, ['a2', 'e1', 'z1']);
  assert.deepEqual(done.toSorted(), ['a1', 'b1', 'c1', 'd1', 'f1']);
});

test('a place is free again after work that failed', async () => {
  const inLine = openFairQueue({ width: 1, most: 1 });
  await assert.rejects(
    inLine(placeOf('a'), () => Promise.reject(new Error('failed'))),
    /failed/,
  );
  assert.equal(await inLine(placeOf('b'), async () => 'done'), 'done');
});
