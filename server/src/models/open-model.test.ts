import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bounded } from './ask-service.ts';
import { estimateTokens } from './tokens.ts';

test('the limit of a reply has the name that the service knows', () => {
  for (const host of ['127.0.0.1:11434', 'api.example.org', 'notopenai.com', 'openai.com.example.org'])
    assert.deepEqual(bounded(`http://${host}/v1`, { maxTokens: 7 }), { max_tokens: 7 });
  for (const host of ['api.openai.com', 'eu.api.openai.com', 'mine.openai.azure.com'])
    assert.deepEqual(bounded(`https://${host}/v1`, { maxTokens: 7 }), { max_completion_tokens: 7 });
});

test('a token counts as three bytes', () => {
  assert.deepEqual(
    ['', 'abc', 'abcd', 'Чаплі', '漢字'].map((text) => estimateTokens(text) - estimateTokens('')),
    [0, 1, 2, 4, 2],
  );
});
