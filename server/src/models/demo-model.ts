import { setTimeout as wait } from 'node:timers/promises';
import { demoAnswer } from './demo-answer.ts';
import type { AskModel, ModelCall, ModelPiece } from './model-piece.ts';

const msPerWord = 35;

export const askDemo: AskModel = async (call) => answerInWords(call);

async function* answerInWords({ conversation, signal }: ModelCall): AsyncGenerator<ModelPiece> {
  for (const text of demoAnswer(conversation.at(-1)?.text ?? '').match(/\S+\s*/g) ?? []) {
    await wait(msPerWord, undefined, { signal });
    yield { type: 'text', text };
  }
  yield { type: 'finish', reason: 'stop' };
}
