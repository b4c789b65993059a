import { setTimeout as wait } from 'node:timers/promises';
import type { MessageStatus } from '@foyer/database/tables';
import { APICallError, InvalidResponseDataError } from 'ai';
import { describeError } from './describe-error.ts';
import { fitConversation, type ModelMessage } from './fit-conversation.ts';
import type { Call, Model } from './open-model.ts';

/** `failure` is safe to log. */
export type Ending = { status: MessageStatus; failure?: Record<string, unknown> };

export type Timeouts = { silentMs: number; totalMs: number };

/** Wait before the single retry, in milliseconds. */
const retryMs = 2000;

// Never throws. `signal`'s reason becomes the status. The SDK's `streamText` takes twice the CPU time per token.
export async function streamModel(
  { languageModel, systemPrompt, contextTokens, replyTokens }: Model,
  conversation: ModelMessage[],
  { signal, onText, timeouts }: { signal: AbortSignal; onText: (text: string) => void; timeouts: Timeouts },
): Promise<Ending> {
  const timedOut = new AbortController();
  const silence = setTimeout(() => timedOut.abort('silent'), timeouts.silentMs);
  const slowness = setTimeout(() => timedOut.abort('too slow'), timeouts.totalMs);
  const abortSignal = AbortSignal.any([signal, timedOut.signal]);
  const sent = fitConversation(conversation, { systemPrompt, contextTokens });
  const call = { prompt: promptOf(systemPrompt, sent), maxOutputTokens: replyTokens, abortSignal };
  let failed: MessageStatus = 'failed';
  try {
    const { stream } = await ask(languageModel, call);
    // A broken connection throws from here on.
    failed = 'interrupted';
    let error: unknown;
    for await (const part of stream) {
      silence.refresh();
      if (part.type === 'text-delta') onText(part.delta);
      else if (part.type === 'error') error = part.error;
      else if (part.type === 'finish' && !error) return endingOf(part.finishReason.unified);
    }
    if (!error && !abortSignal.aborted) return endingOf('interrupted');
    if (error && !isTruncated(error)) failed = 'failed';
    throw error;
  } catch (error) {
    if (signal.aborted) return { status: signal.reason };
    if (timedOut.signal.aborted) return { status: 'interrupted', failure: { error: timedOut.signal.reason } };
    return { status: failed, failure: describeError(error) };
  } finally {
    clearTimeout(silence);
    clearTimeout(slowness);
  }
}

async function ask(model: Model['languageModel'], call: Call) {
  try {
    return await model.doStream(call);
  } catch (error) {
    if (!APICallError.isInstance(error) || !error.isRetryable) throw error;
    await wait(retryMs, undefined, { signal: call.abortSignal });
    return await model.doStream(call);
  }
}

function endingOf(finishReason: string): Ending {
  if (finishReason === 'interrupted') return { status: 'interrupted', failure: { error: 'broken off' } };
  if (finishReason === 'error') return { status: 'failed', failure: { error: 'given up' } };
  return { status: 'complete' };
}

function isTruncated(error: unknown): boolean {
  return InvalidResponseDataError.isInstance(error);
}

/** Many models require alternating roles, so unanswered questions are joined with the next one. */
function promptOf(systemPrompt: string | undefined, conversation: ModelMessage[]): Call['prompt'] {
  const said: { role: 'user' | 'assistant'; content: { type: 'text'; text: string }[] }[] = [];
  for (const { role, text } of conversation) {
    const last = said.at(-1);
    const [before] = last?.role === role ? last.content : [];
    if (before) before.text += `\n\n${text}`;
    else said.push({ role, content: [{ type: 'text', text }] });
  }
  return systemPrompt ? [{ role: 'system', content: systemPrompt }, ...said] : said;
}
