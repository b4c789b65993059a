import assert from 'node:assert/strict';
import { test } from 'node:test';
import { retryAfterIn } from './read-error.ts';
import { statedProblem } from './stated-problem.ts';

const openAi = (message: string, code: string | null = null) => ({
  error: { message, type: 'invalid_request_error', param: 'messages', code },
});

const overflows: [name: string, status: number | null, body: unknown, numbers: object][] = [
  [
    'OpenAI',
    400,
    openAi(
      "This model's maximum context length is 4096 tokens. However, your messages resulted in 5012 tokens.",
      'context_length_exceeded',
    ),
    { limit: 4096, used: 5012 },
  ],
  [
    'vLLM',
    400,
    {
      object: 'error',
      message:
        "This model's maximum context length is 4096 tokens. However, you requested 5012 tokens in the messages.",
      type: 'BadRequestError',
      code: 400,
    },
    { limit: 4096, used: 5012 },
  ],
  [
    'vLLM, with the reply in the sum',
    400,
    openAi(
      "This model's maximum context length is 4096 tokens. However, you requested 5012 tokens (916 in the messages, 4096 in the completion).",
    ),
    { limit: 4096, used: 916 },
  ],
  [
    'vLLM, about max_tokens',
    400,
    openAi(
      "'max_tokens' is too large: 4096. This model's maximum context length is 4096 tokens and your request has 300 input tokens (4096 > 4096 - 300).",
    ),
    { limit: 4096, used: 300 },
  ],
  [
    'llama.cpp',
    400,
    {
      error: {
        code: 400,
        message: 'the request exceeds the available context size, try increasing it',
        type: 'exceed_context_size_error',
        n_prompt_tokens: 5012,
        n_ctx: 4096,
      },
    },
    { limit: 4096, used: 5012 },
  ],
  [
    'LM Studio',
    400,
    { error: 'The number of tokens to keep from the initial prompt is greater than the context length' },
    {},
  ],
  [
    'LM Studio, newer',
    400,
    {
      error:
        'Trying to keep the first 5012 tokens when context the overflows. However, the model is loaded with context length of only 4096 tokens, which is not enough.',
    },
    { limit: 4096 },
  ],
  [
    'a gateway',
    413,
    { detail: 'prompt is too long: 5012 tokens > 4096 maximum' },
    { limit: 4096, used: 5012 },
  ],
  ['a proxy', 413, '<h1>413 Request Entity Too Large</h1>', {}],
  [
    'LiteLLM around Anthropic',
    400,
    openAi(
      'litellm.ContextWindowExceededError: AnthropicException - {"type":"error","error":{"message":"prompt is too long: 205,012 tokens > 200,000 maximum"}}',
    ),
    { limit: 200_000, used: 205_012 },
  ],
  [
    'Mistral',
    400,
    {
      object: 'error',
      message:
        'Prompt contains 5012 tokens and 0 draft tokens, too large for model with 4096 maximum context length',
    },
    { limit: 4096, used: 5012 },
  ],
  [
    'Gemini',
    400,
    [
      {
        error: {
          code: 400,
          message: 'The input token count (5012) exceeds the maximum number of tokens allowed (4096).',
        },
      },
    ],
    { limit: 4096, used: 5012 },
  ],
  [
    'Text Generation Inference',
    422,
    {
      error:
        'Input validation error: `inputs` tokens + `max_new_tokens` must be <= 4096. Given: 5012 `inputs` tokens',
      error_type: 'validation',
    },
    { limit: 4096, used: 5012 },
  ],
  [
    'SGLang',
    400,
    {
      object: 'error',
      message: "The input (5012 tokens) is longer than the model's context length (4096 tokens).",
    },
    { limit: 4096, used: 5012 },
  ],
  [
    'xAI',
    400,
    {
      error: "This model's maximum prompt length is 4096 but the request contains 5012 tokens.",
    },
    { limit: 4096, used: 5012 },
  ],
  [
    'OpenRouter',
    400,
    openAi(
      "This endpoint's maximum context length is 4096 tokens. However, you requested about 5012 tokens (916 of text input, 4096 in the output).",
    ),
    { limit: 4096, used: 916 },
  ],
  [
    'llama-cpp-python',
    500,
    openAi('Requested tokens (5012) exceed context window of 4096'),
    { limit: 4096, used: 5012 },
  ],
  ['Ollama', 400, { error: 'prompt too long; exceeded max context length by 916 tokens' }, {}],
  [
    'Azure on GitHub',
    413,
    {
      error: {
        code: 'tokens_limit_reached',
        message: 'Request body too large for gpt-4o model. Max size: 8000 tokens.',
      },
    },
    { limit: 8000 },
  ],
  ['Bedrock', 400, { message: 'Input is too long for requested model.' }, {}],
  [
    'inside of a stream',
    null,
    { message: 'Reached context length of 4096 tokens with current model' },
    { limit: 4096 },
  ],
];

for (const [name, status, body, numbers] of overflows)
  test(`a conversation that is too long is understood: ${name}`, () => {
    assert.deepEqual(statedProblem(status, body), { overflow: numbers });
  });

for (const [name, status, body] of [
  ['a wrong key', 401, openAi('Incorrect API key provided', 'invalid_api_key')],
  ['an unknown model', 404, openAi('The model has no such context window', 'model_not_found')],
  [
    'a rate limit',
    429,
    openAi('Rate limit reached: too many tokens per minute. Limit 6000, requested 7000.'),
  ],
  [
    'too long a reply',
    400,
    openAi('max_tokens is too large: 9000. This model supports at most 4096 completion tokens'),
  ],
  ['a bug', 500, openAi('Internal error')],
  ['nothing', 400, ''],
  ['deep JSON', 400, { a: { b: { c: { d: { e: { f: 'context length' } } } } } }],
] as const)
  test(`another error is not taken for a conversation that is too long: ${name}`, () => {
    assert.deepEqual(statedProblem(status, body), {});
  });

test('a filter is understood', () => {
  assert.deepEqual(statedProblem(400, openAi('Filtered', 'content_filter')), { isFiltered: true });
});

test('a model that is not in memory yet is understood', () => {
  for (const body of [
    { error: { code: 503, message: 'Loading model', type: 'unavailable_error' } },
    { error: 'Model org/model is currently loading', estimated_time: 20 },
  ])
    assert.deepEqual(statedProblem(503, body), { isLoading: true });
  assert.deepEqual(statedProblem(503, 'Service Unavailable'), {});
  assert.deepEqual(statedProblem(500, 'error loading model'), {});
});

test('how long a service asks to wait is read in seconds, in milliseconds and as a date, and bounded', () => {
  const of = (headers: Record<string, string>) =>
    retryAfterIn(new Headers(headers), Date.UTC(2027, 0, 1, 0, 0, 0));
  assert.equal(of({}), null);
  assert.equal(of({ 'retry-after': '3' }), 3000);
  assert.equal(of({ 'retry-after': '0.5' }), 500);
  assert.equal(of({ 'retry-after': '9', 'retry-after-ms': '250' }), 250);
  assert.equal(of({ 'retry-after': 'Fri, 01 Jan 2027 00:01:00 GMT' }), 60_000);
  assert.equal(of({ 'retry-after': 'Thu, 31 Dec 2026 00:00:00 GMT' }), 0);
  assert.equal(of({ 'retry-after': '99999999999' }), 86_400_000);
  for (const odd of ['-1', 'soon', '1e9', '']) assert.equal(of({ 'retry-after': odd }), null, odd);
});
