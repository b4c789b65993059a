import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Refusal, refusals } from '@foyer/policy';
import { sentenceOf } from './errors.ts';

test('every sentence is whole, with and without the name of a provider', () => {
  for (const code of Object.keys(refusals) as Refusal[]) {
    for (const sentence of [sentenceOf(code), sentenceOf(code, 'GitHub')]) {
      assert.match(sentence, /^[A-Z].*\.$/, code);
      assert.doesNotMatch(sentence, /[{}]/, code);
    }
  }
});
