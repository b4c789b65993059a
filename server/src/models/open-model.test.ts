import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withReplyBound } from './open-model.ts';
import { estimateTokens } from './tokens.ts';

test('the limit of a reply has the name that the service knows', () => {
  const body = { model: 'm', max_tokens: 7 };
  for (const host of ['127.0.0.1:11434', 'api.example.org', 'notopenai.com', 'openai.com.example.org'])
    assert.deepEqual(withReplyBound(`http://${host}/v1`, body), body);
  for (const host of ['api.openai.com', 'eu.api.openai.com', 'mine.openai.azure.com'])
    assert.deepEqual(withReplyBound(`https://${host}/v1`, body), { model: 'm', max_completion_tokens: 7 });
});

test('a token counts as three bytes', () => {
  assert.deepEqual(
    ['', 'abc', 'abcd', 'Чаплі', '漢字'].map((text) => estimateTokens(text) - estimateTokens('')),
    [0, 1, 2, 4, 2],
  );
});
