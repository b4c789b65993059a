import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countShiftPresses, pressLastsMs } from './shift-presses.ts';

const none = { ctrlKey: false, altKey: false, metaKey: false };

/** The most that is counted with these keys: `+a` goes down, `-a` comes up, `click` is one of the mouse. */
function mostOf(keys: string, afterMs = 100): number {
  const presses = countShiftPresses();
  const held = { ...none };
  let most = 0;
  for (const [at, step] of keys.split(' ').entries()) {
    const key = step.slice(1);
    const isDown = step.startsWith('+');
    if (key === 'Control') held.ctrlKey = isDown;
    if (key === 'Alt') held.altKey = isDown;
    if (step === 'click') presses.interrupt();
    else if (isDown) presses.down({ key, ...held });
    else most = Math.max(most, presses.up({ key }, at * afterMs));
  }
  return most;
}

const press = '+Shift -Shift';

test('three presses of Shift alone count', () => {
  assert.equal(mostOf(`${press} ${press} ${press}`), 3);
});

test('capital letters do not count, whichever key is released first', () => {
  const letter = '+Shift +A -A -Shift';
  const other = '+Shift +A -Shift -a';
  assert.equal(mostOf(`${letter} ${letter} ${letter}`), 0);
  assert.equal(mostOf(`${other} ${other} ${other}`), 0);
  assert.equal(mostOf(`${other} ${press}`), 1);
});

test('several letters while Shift is held do not count', () => {
  assert.equal(mostOf('+Shift +A -A +B -B +C -C -Shift'), 0);
});

test('another key or a click between two presses starts over', () => {
  assert.equal(mostOf(`${press} ${press} +a -a ${press}`), 2);
  assert.equal(mostOf(`${press} ${press} click ${press}`), 2);
  assert.equal(mostOf('+Shift click -Shift'), 0);
});

test('Shift with Control or Alt, which changes the keyboard, does not count', () => {
  for (const other of ['Control', 'Alt']) {
    const pair = `+${other} +Shift -Shift -${other}`;
    const reverse = `+Shift +${other} -${other} -Shift`;
    assert.equal(mostOf(`${pair} ${pair} ${pair}`), 0);
    assert.equal(mostOf(`${reverse} ${reverse} ${reverse}`), 0);
    assert.equal(mostOf(`+${other} ${press} ${press} ${press} -${other}`), 0);
  }
});

test('presses that are far apart do not add up', () => {
  assert.equal(mostOf(`${press} ${press} ${press}`, pressLastsMs), 1);
  assert.equal(mostOf(`${press} ${press} ${press}`, pressLastsMs / 2), 3);
});
