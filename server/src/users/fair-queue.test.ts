import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Unavailable } from '@foyer/database';
import { type JobPlace, openFairQueue } from './fair-queue.ts';

/** A queue with one worker, and the order in which its jobs were done or refused. */
function startLine(most = 100) {
  const inLine = openFairQueue({ width: 1, most });
  const done: string[] = [];
  const refused: string[] = [];
  const begun = Promise.withResolvers<void>();
  const all: Promise<unknown>[] = [inLine(placeOf('nobody'), () => begun.promise)];
  return {
    bring(name: string, place: JobPlace) {
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

const placeOf = (owner: string, more: Partial<JobPlace> = {}): JobPlace => ({
  queue: 'logins',
  owner,
  isLast: false,
  ...more,
});

test('owners are served in turn, however many jobs they have', async () => {
  const line = startLine();
  for (const name of ['a1', 'a2', 'a3', 'b1', 'c1', 'c2']) line.bring(name, placeOf(name.slice(0, 1)));
  assert.deepEqual((await line.finish()).done, ['a1', 'b1', 'c1', 'a2', 'c2', 'a3']);
});

test('jobs that are last wait behind all others, also behind later ones', async () => {
  const line = startLine();
  for (const name of ['a', 'b']) line.bring(name, placeOf(name, { isLast: true }));
  for (const name of ['c', 'd']) line.bring(name, placeOf(name));
  assert.deepEqual((await line.finish()).done, ['c', 'd', 'a', 'b']);
});

test('queues are served in turn, however long one is', async () => {
  const line = startLine();
  for (const name of ['a', 'b', 'c', 'd']) line.bring(name, placeOf(name));
  line.bring('registration', placeOf('e', { queue: 'registrations' }));
  const { done } = await line.finish();
  assert.ok(done.indexOf('registration') <= 1, done.join());
});

test('in a full queue the owner with the most jobs loses the newest, jobs that are last before others', async () => {
  const line = startLine(4);
  for (const name of ['a1', 'a2', 'b1', 'c1']) line.bring(name, placeOf(name.slice(0, 1)));
  line.bring('d1', placeOf('d'));
  line.bring('e1', placeOf('e'));
  line.bring('z1', placeOf('z', { isLast: true }));
  line.bring('f1', placeOf('f', { queue: 'registrations' }));
  const { done, refused } = await line.finish();
  assert.deepEqual(refused, ['a2', 'e1', 'z1']);
  assert.deepEqual(done.toSorted(), ['a1', 'b1', 'c1', 'd1', 'f1']);
});

test('a failed job frees its worker', async () => {
  const inLine = openFairQueue({ width: 1, most: 1 });
  await assert.rejects(
    inLine(placeOf('a'), () => Promise.reject(new Error('failed'))),
    /failed/,
  );
  assert.equal(await inLine(placeOf('b'), async () => 'done'), 'done');
});
