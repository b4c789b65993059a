import { statedProblem } from './errors/stated-problem.ts';
import { ModelError, type ModelPiece } from './model-piece.ts';

type Fields = { readonly [name: string]: unknown };

/**
 * The pieces of one event, or of a whole response. Takes what it knows and ignores the rest: services send pings, usage
 * without choices, and odd types. Source: https://platform.openai.com/docs/api-reference/chat-streaming
 *
 * @param form `error`: an event of this name; `whole`: a response that is no stream
 */
export function readChunk(data: unknown, form?: 'error' | 'whole'): ModelPiece[] | ModelError {
  const chunk = fieldsOf(data);
  if (form === 'error' || isError(chunk))
    return new ModelError(null, { problem: statedProblem(null, chunk.error ?? data) });
  const choice = fieldsOf(listOf(chunk.choices)[0]);
  const delta = fieldsOf(form === 'whole' ? choice.message : choice.delta);
  const content = readContent(delta.content);
  const refusal = wordsIn(delta.refusal);
  const thought =
    wordsIn(delta.reasoning_content) ||
    wordsIn(delta.reasoning) ||
    listOf(delta.reasoning_details).map(readDetail).join('') ||
    content.thought;
  const text = content.text + refusal;
  const callsTool =
    listOf(delta.tool_calls).length > 0 || Object.keys(fieldsOf(delta.function_call)).length > 0;
  const tokens = readUsage(fieldsOf(chunk.usage));
  const reason = choice.finish_reason;
  return [
    ...(thought === '' ? [] : [{ type: 'thought', text: thought } as const]),
    ...(text === '' ? [] : [{ type: 'text', text } as const]),
    ...(refusal === '' ? [] : [{ type: 'refusal' } as const]),
    ...(callsTool ? [{ type: 'tool' } as const] : []),
    ...(tokens === null ? [] : [{ type: 'usage', tokens } as const]),
    ...(typeof reason === 'string' && reason !== '' ? [{ type: 'finish', reason } as const] : []),
  ];
}

function readUsage({ total_tokens, prompt_tokens, completion_tokens }: Fields): number | null {
  const counts = [prompt_tokens, completion_tokens].map(countIn);
  const total = countIn(total_tokens) ?? (counts[0] ?? 0) + (counts[1] ?? 0);
  return total > 0 ? total : null;
}

function countIn(value: unknown): number | null {
  return Number.isSafeInteger(value) && Number(value) > 0 ? Number(value) : null;
}

/** Many services send `error: null` in every chunk. vLLM names its errors in `object`. */
function isError({ error, object }: Fields): boolean {
  return (
    object === 'error' ||
    (typeof error === 'string' && error !== '') ||
    Object.keys(fieldsOf(error)).length > 0
  );
}

/** Mistral sends a list of parts, with thoughts in some of them. */
function readContent(content: unknown): { text: string; thought: string } {
  const parts = listOf(content).map(fieldsOf);
  const thoughts = parts.flatMap(({ thinking }) =>
    typeof thinking === 'string' ? thinking : listOf(thinking),
  );
  return {
    text: wordsIn(content) || parts.map(({ text }) => wordsIn(text)).join(''),
    thought: thoughts.map((each) => wordsIn(each) || wordsIn(fieldsOf(each).text)).join(''),
  };
}

/** Source: https://openrouter.ai/docs/use-cases/reasoning-tokens */
function readDetail(detail: unknown): string {
  const { text, summary } = fieldsOf(detail);
  return wordsIn(text) || wordsIn(summary);
}

function wordsIn(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
