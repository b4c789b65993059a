import type { StatedProblem } from './errors/stated-problem.ts';

export type ModelMessage = { role: 'user' | 'assistant'; text: string };

/** What a reader of the reply gets. `retract`: all text so far was reasoning. */
export type ModelWords =
  | { type: 'text'; text: string }
  /** Reasoning before the reply. */
  | { type: 'thought'; text: string }
  | { type: 'retract' };

export type ModelPiece =
  | ModelWords
  /** Comes with text in which the model declines. */
  | { type: 'refusal' }
  | { type: 'finish'; reason: string }
  /** A call of a tool that we did not offer. */
  | { type: 'tool' }
  /** The tokens of the whole call, in and out. */
  | { type: 'usage'; tokens: number }
  /** Only a sign of life. */
  | { type: 'alive' };

export type ModelCall = {
  systemPrompt: string | undefined;
  conversation: ModelMessage[];
  maxTokens: number;
  /** 0 to 2. Default: the model's own. */
  temperature?: number;
  signal: AbortSignal;
};

/**
 * Rejects with `ModelError` on a refusal; the pieces throw when the connection breaks or the model reports an error.
 */
export type AskModel = (call: ModelCall) => Promise<AsyncIterable<ModelPiece>>;

export class ModelError extends Error {
  override name = 'ModelError';
  /** Null for an error in the middle of a response. */
  readonly httpStatus: number | null;
  readonly problem: StatedProblem;
  /** How long the service asks to wait, in milliseconds. */
  readonly retryAfterMs: number | null;

  constructor(
    httpStatus: number | null,
    { problem = {}, retryAfterMs = null }: { problem?: StatedProblem; retryAfterMs?: number | null } = {},
  ) {
    super(httpStatus === null ? 'the model gave up' : `the model answered ${httpStatus}`);
    this.httpStatus = httpStatus;
    this.problem = problem;
    this.retryAfterMs = retryAfterMs;
  }
}
