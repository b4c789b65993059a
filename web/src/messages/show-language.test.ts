import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogues } from './catalogues.ts';
import { currentLanguage, loadInside, showLanguage, subscribeToLanguage } from './show-language.ts';
import * as t from './texts.ts';

test('of two choices the later one stays, although the earlier one loads longer', async () => {
  await showLanguage('fr');
  const shown: string[] = [];
  const stop = subscribeToLanguage(() => shown.push(currentLanguage()));
  // The German texts were never loaded; the French ones are there.
  await Promise.all([showLanguage('de'), showLanguage('fr')]);
  assert.deepEqual(shown, ['fr']);
  assert.equal(t.common.cancel, 'Annuler');
  stop();
});

test('texts that arrive after a change of the language are not shown', async () => {
  await showLanguage('es');
  await Promise.all([catalogues.en.entry(), catalogues.en.inside()]);
  const loading = loadInside();
  await Promise.all([loading, showLanguage('en')]);
  assert.equal(t.chat.composer.send, 'Send');
});
