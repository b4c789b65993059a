import { setTimeout as wait } from 'node:timers/promises';
import type { LanguageModel } from 'ai';
import { demoAnswer } from './demo-answer.ts';

type DemoModel = Extract<LanguageModel, { specificationVersion: 'v4' }>;
type Call = Parameters<DemoModel['doStream']>[0];
type Part = Awaited<ReturnType<DemoModel['doStream']>>['stream'] extends ReadableStream<infer P> ? P : never;

const msPerWord = 35;

const finish = {
  type: 'finish',
  finishReason: { unified: 'stop', raw: undefined },
  usage: {
    inputTokens: { total: undefined, noCache: undefined, cacheRead: undefined, cacheWrite: undefined },
    outputTokens: { total: undefined, text: undefined, reasoning: undefined },
  },
} satisfies Part;

export const demoModel: DemoModel = {
  specificationVersion: 'v4',
  provider: 'foyer',
  modelId: 'demo',
  supportedUrls: {},
  doStream: async (call) => ({ stream: ReadableStream.from(answerInWords(call)) }),
  doGenerate: async ({ prompt }) => ({
    content: [{ type: 'text', text: demoAnswer(questionIn(prompt)) }],
    finishReason: finish.finishReason,
    usage: finish.usage,
    warnings: [],
  }),
};

async function* answerInWords({ prompt, abortSignal }: Call): AsyncGenerator<Part> {
  yield { type: 'stream-start', warnings: [] };
  yield { type: 'text-start', id: 'answer' };
  for (const delta of demoAnswer(questionIn(prompt)).match(/\S+\s*/g) ?? []) {
    await wait(msPerWord, undefined, { signal: abortSignal });
    yield { type: 'text-delta', id: 'answer', delta };
  }
  yield { type: 'text-end', id: 'answer' };
  yield finish;
}

function questionIn(prompt: Call['prompt']): string {
  const question = prompt.findLast(({ role }) => role === 'user');
  if (question?.role !== 'user') return '';
  return question.content.map((part) => (part.type === 'text' ? part.text : '')).join('');
}
