import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memory } from '../../testing/storage.ts';
import { attemptFor, forgetAttempt } from './entry-attempt.ts';

test('an attempt id is 32 hexadecimal digits', () => {
  assert.match(attemptFor({ default: true }, memory()), /^[0-9a-f]{32}$/);
});

test('a retry with the same code, in any spelling, keeps its id', () => {
  const storage = memory();
  const first = attemptFor({ code: 'SCHOOLTRIP-201' }, storage);
  for (const code of [' schooltrip-2o1 ', 'https://foyer.example/#invite-code=SCHOOLTRIP-201'])
    assert.equal(attemptFor({ code }, storage), first);
});

test('another code gets an id of its own', () => {
  const storage = memory();
  const first = attemptFor({ code: 'SPRING-2027' }, storage);
  assert.notEqual(attemptFor({ code: 'AUTUMN-2027' }, storage), first);
});

test('the default code and a code that reads "default" are different intentions', () => {
  const storage = memory();
  const first = attemptFor({ default: true }, storage);
  assert.notEqual(attemptFor({ code: 'default' }, storage), first);
});

test('after success the next attempt is a new one', () => {
  const storage = memory();
  const first = attemptFor({ default: true }, storage);
  forgetAttempt(storage);
  assert.notEqual(attemptFor({ default: true }, storage), first);
});

test('the code itself is not kept', () => {
  const storage = memory();
  attemptFor({ code: 'SPRING-2027' }, storage);
  assert.doesNotMatch(JSON.stringify(storage.getItem('foyer.attempt')), /spring/i);
});
