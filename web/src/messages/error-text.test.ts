import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Refusal, refusals } from '@foyer/policy';
import { errorText } from './error-text.ts';
import { showLanguage } from './show-language.ts';

await showLanguage('en');

test('every sentence is whole, with and without the name of a provider', () => {
  for (const code of Object.keys(refusals) as Refusal[]) {
    for (const sentence of [errorText(code), errorText(code, 'GitHub')]) {
      assert.match(sentence, /^[A-Z].*\.$/, code);
      assert.doesNotMatch(sentence, /[{}]|undefined|=>/, code);
    }
  }
});
