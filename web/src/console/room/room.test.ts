import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Counts } from '../api/room.ts';
import { keyInAddress } from './key-in-address.ts';
import { readEvents } from './read-events.ts';

const counts: Counts = {
  state: 'open',
  isStopped: false,
  peopleIn: 3,
  places: 30,
  placesLeft: 27,
  validUntil: 9,
};

test('the counts are read however the stream is cut', async () => {
  const text = `: hello\r\n\r\nevent: counts\ndata: ${JSON.stringify(counts)}\n\nevent: other\ndata: {}\n\nevent:counts\ndata:${JSON.stringify({ ...counts, peopleIn: 4 })}\n\nevent: counts\ndata: {"cut":`;
  const bytes = new TextEncoder().encode(text);
  for (const size of [1, 7, bytes.length]) {
    const heard: number[] = [];
    await readEvents(streamOf(bytes, size), ({ peopleIn }) => heard.push(peopleIn));
    assert.deepEqual(heard, [3, 4], String(size));
  }
});

test('the key of a link is read from its fragment', () => {
  assert.equal(keyInAddress('#key=abc.DEF-1_2'), 'abc.DEF-1_2');
  assert.equal(keyInAddress('#a=1&key=x'), 'x');
  for (const hash of ['', '#', '#keys=1', '#key=', '#key=<b>', '#key=a<b>'])
    assert.equal(keyInAddress(hash), null, hash);
});

function streamOf(bytes: Uint8Array<ArrayBuffer>, size: number) {
  return new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size));
      controller.close();
    },
  });
}
