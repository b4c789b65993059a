import assert from 'node:assert/strict';
import { test } from 'node:test';
import { orderedMap } from './ordered-map.ts';

test('results come in the order of the items, and at most `width` run at once', async () => {
  const asked: PromiseWithResolvers<string>[] = [];
  let running = 0;
  let max = 0;
  const work = async (item: number) => {
    max = Math.max(max, ++running);
    const answer = Promise.withResolvers<string>();
    asked.push(answer);
    if (asked.length === 3) for (const { resolve } of asked.splice(0).reverse()) resolve('');
    if (item >= 5) answer.resolve('');
    await answer.promise;
    running--;
    return item;
  };
  assert.deepEqual(await Array.fromAsync(orderedMap(count(8), work, 3)), [0, 1, 2, 3, 4, 5, 6, 7]);
  assert.equal(max, 3);
});

test('when the items fail, earlier results come first', async () => {
  const results: number[] = [];
  const running = (async () => {
    for await (const result of orderedMap(count(3, 'no more'), async (item) => item, 10))
      results.push(result);
  })();
  await assert.rejects(running, { message: 'no more' });
  assert.deepEqual(results, [0, 1, 2]);
});

async function* count(to: number, failure?: string) {
  for (let item = 0; item < to; item++) yield item;
  if (failure) throw new Error(failure);
}
