import { isOverflow, type Overflow, readOverflow } from './overflow.ts';

/** What we understand of an error that a service states. Its words are not kept: they may contain a prompt or a key. */
export type StatedProblem = {
  overflow?: Overflow;
  isFiltered?: boolean;
  isLoading?: boolean;
  /** It does not know the option that asks for the tokens used. */
  refusesUsage?: boolean;
};

/** @param body of a response, or the error inside a stream; undefined when it could not be read */
export function statedProblem(httpStatus: number | null, body: unknown): StatedProblem {
  const text = wordsIn(body).join('\n').toLowerCase();
  if (/stream_options|include_usage/.test(text)) return { refusesUsage: true };
  if (filtered.test(text)) return { isFiltered: true };
  if (httpStatus === 503 && loading.test(text)) return { isLoading: true };
  // Services and gateways answer 413 for a request that is too large, whatever they say about it.
  if (httpStatus !== 413 && (notAboutLength.has(httpStatus) || !isOverflow(text))) return {};
  return { overflow: readOverflow(text, numbersIn(body)) };
}

const filtered =
  /content_filter|content_policy_violation|responsibleaipolicyviolation|data_inspection_failed|content management policy/;

/** llama.cpp, Hugging Face, and gateways that start models. */
const loading = /loading (the )?model|model .{0,200}\bloading|model is starting/;

/** A limit of tokens per minute sounds like a window that is too small. */
const notAboutLength = new Set<number | null>([401, 403, 404, 429]);

const maxDepth = 4;

/** All texts in a body, also in the JSON of another service that a gateway quotes. */
function wordsIn(body: unknown, depth = 0): string[] {
  if (typeof body === 'string') return [body];
  if (typeof body !== 'object' || body === null || depth > maxDepth) return [];
  return Object.values(body).flatMap((value) => wordsIn(value, depth + 1));
}

/** llama.cpp states its numbers in fields. */
function numbersIn(body: unknown): Partial<Overflow> {
  if (typeof body !== 'object' || body === null) return {};
  const fields = new Map(Object.entries(body));
  const inner = fields.get('error');
  if (typeof inner === 'object' && inner !== null) return numbersIn(inner);
  const [limit, used] = ['n_ctx', 'n_prompt_tokens'].map((name) => fields.get(name));
  return { ...(isCount(limit) && { limit }), ...(isCount(used) && { used }) };
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0;
}
