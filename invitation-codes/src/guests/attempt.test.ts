import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isAttemptTaken } from './attempt.ts';

test('the error of a used attempt is recognized in any language of the database', () => {
  const german = 'doppelter Schlüsselwert verletzt Unique-Constraint »entryAttempt_pkey«';
  const ofPostgres = Object.assign(new Error(german), { code: '23505', table: 'entryAttempt' });
  assert.equal(isAttemptTaken(ofPostgres), true);
  assert.equal(isAttemptTaken(Object.assign(new Error(german), { code: '23505', table: 'session' })), false);
  assert.equal(
    isAttemptTaken(Object.assign(new Error(german), { code: '23503', table: 'entryAttempt' })),
    false,
  );
  assert.equal(isAttemptTaken(new Error('UNIQUE constraint failed: entryAttempt.digest')), true);
  assert.equal(isAttemptTaken(new Error('UNIQUE constraint failed: user.email')), false);
});
