import type { MessageStatus } from '@foyer/database/tables';
import { type FinishReason, InvalidResponseDataError, type ModelMessage, streamText } from 'ai';
import type { Model } from '../models/open-model.ts';
import { describeError } from './describe-error.ts';
import type { Message } from './messages.ts';

/** How a reply ended; with what may be logged of it, when the model failed. */
export type Ending = { status: MessageStatus; failure?: Record<string, unknown> };

/** How long a model may be silent, and how long it may take in all. */
export type Patience = { silentMs: number; totalMs: number };

/**
 * Lets the model speak, and never throws.
 *
 * @param signal aborts with the status that the reply is to have
 * @param hear gets the text as it comes
 */
export async function speak(
  { languageModel, systemPrompt }: Model,
  conversation: Message[],
  { signal, hear, patience }: { signal: AbortSignal; hear: (text: string) => void; patience: Patience },
): Promise<Ending> {
  // The SDK's own `firstChunkMs` does not run before the model's first byte.
  const silence = new AbortController();
  const timer = setTimeout(() => silence.abort(), patience.silentMs);
  try {
    const { stream } = streamText({
      model: languageModel,
      instructions: systemPrompt,
      messages: promptOf(conversation),
      abortSignal: AbortSignal.any([signal, silence.signal]),
      timeout: { totalMs: patience.totalMs },
      maxRetries: 1,
      onError: () => {},
    });
    let error: unknown;
    for await (const part of stream) {
      timer.refresh();
      if (part.type === 'text-delta') hear(part.text);
      else if (part.type === 'error') error = part.error;
      else if (part.type === 'finish' && !error) return endingOf(part.finishReason);
    }
    if (signal.aborted) return { status: signal.reason };
    if (!error)
      return { status: 'interrupted', failure: { error: silence.signal.aborted ? 'silent' : 'too slow' } };
    return { status: isBrokenOff(error) ? 'interrupted' : 'failed', failure: describeError(error) };
  } catch (error) {
    // A line that breaks throws here instead of arriving as a part.
    return signal.aborted
      ? { status: signal.reason }
      : { status: 'interrupted', failure: describeError(error) };
  } finally {
    clearTimeout(timer);
  }
}

function endingOf(finishReason: FinishReason): Ending {
  if (finishReason === 'interrupted') return { status: 'interrupted', failure: { error: 'broken off' } };
  if (finishReason === 'error') return { status: 'failed', failure: { error: 'given up' } };
  return { status: 'complete' };
}

/** An answer whose stream ends in order, but without the part that says so. */
function isBrokenOff(error: unknown): boolean {
  return InvalidResponseDataError.isInstance(error);
}

/** Questions that were never answered are joined with the next: many models insist that the roles alternate. */
function promptOf(conversation: Message[]): ModelMessage[] {
  const prompt: { role: 'user' | 'assistant'; content: string }[] = [];
  for (const { role, text } of conversation) {
    const last = prompt.at(-1);
    if (last?.role === role) last.content += `\n\n${text}`;
    else prompt.push({ role, content: text });
  }
  return prompt;
}
