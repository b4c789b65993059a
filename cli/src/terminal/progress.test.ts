import assert from 'node:assert/strict';
import { test } from 'node:test';
import { showProgress } from './progress.ts';

function onScreen({ isTTY }: { isTTY: boolean }) {
  const written: string[] = [];
  let now = 0;
  const { show, clear } = showProgress({ isTTY, write: (text) => written.push(text) }, () => now);
  const at = (time: number, fraction: number | null) => {
    now = time;
    show({ step: 'reading', rows: time * 40, fraction });
  };
  return { written, at, clear };
}

test('on a terminal one line is redrawn, and removed before other output', () => {
  const { written, at, clear } = onScreen({ isTTY: true });
  at(0, 0);
  at(250, 0.01);
  at(300, 0.02);
  at(1000, 0.1);
  clear();
  clear();
  assert.deepEqual(written, [
    '\r\x1b[Kreading: 10,000 rows',
    '\r\x1b[Kreading: 40,000 rows, 40,000 rows/s, 9 s left',
    '\r\x1b[K',
  ]);
});

test('elsewhere only slow work prints a line now and then', () => {
  const { written, at, clear } = onScreen({ isTTY: false });
  for (let time = 0; time <= 15_000; time += 500) at(time, time / 1_000_000);
  clear();
  at(30_000, null);
  assert.deepEqual(written, [
    'reading: 80,000 rows, 40,000 rows/s, 17 min left\n',
    'reading: 480,000 rows, 40,000 rows/s, 17 min left\n',
    'reading: 1,200,000 rows, 40,000 rows/s\n',
  ]);
});
