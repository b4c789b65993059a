export type ModelMessage = { role: 'user' | 'assistant'; text: string };

export type ModelPiece =
  | { type: 'text'; text: string }
  /** Reasoning before the reply. */
  | { type: 'thought'; text: string }
  | { type: 'finish'; reason: string }
  /** A call of a tool that we did not offer. */
  | { type: 'tool' }
  /** Only a sign of life. */
  | { type: 'alive' };

export type ModelCall = {
  systemPrompt: string | undefined;
  conversation: ModelMessage[];
  maxTokens: number;
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

  constructor(httpStatus: number | null, options: ErrorOptions = {}) {
    super(httpStatus === null ? 'the model gave up' : `the model answered ${httpStatus}`, options);
    this.httpStatus = httpStatus;
  }
}
