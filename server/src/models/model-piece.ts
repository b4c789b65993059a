/** One message as a model reads it. */
export type Said = { role: 'user' | 'assistant'; text: string };

/** What a model sends, piece by piece. */
export type ModelPiece =
  | { type: 'text'; text: string }
  /** What the model thinks before it answers. */
  | { type: 'thought'; text: string }
  /** Why it ends, in the service's word, as `stop` or `length`. */
  | { type: 'finish'; reason: string }
  /** It calls a tool that nobody offered. */
  | { type: 'tool' }
  /** Nothing but a sign of life. */
  | { type: 'alive' };

/** One question to a model. */
export type ModelCall = {
  systemPrompt: string | undefined;
  conversation: Said[];
  /** The most tokens of the reply. */
  maxTokens: number;
  signal: AbortSignal;
};

/** Asks a model. Rejects with `ModelError` when it refuses; the pieces throw when the line breaks or the model states an error. */
export type AskModel = (call: ModelCall) => Promise<AsyncIterable<ModelPiece>>;

/** A model that did not answer, or that said in its answer that it failed. */
export class ModelError extends Error {
  override name = 'ModelError';
  /** The status of its answer; null for an error in the middle of an answer. */
  readonly httpStatus: number | null;

  constructor(httpStatus: number | null, options: ErrorOptions = {}) {
    super(httpStatus === null ? 'the model gave up' : `the model answered ${httpStatus}`, options);
    this.httpStatus = httpStatus;
  }
}
