export type ModelConfig = {
  /** Includes `/v1`. */
  url: string;
  name: string;
  apiKey?: string;
  /** More headers, and others than the usual ones. May be secret. */
  headers?: Record<string, string>;
  systemPrompt?: string;
  /** The longest silence before the first word and between two, in milliseconds. Default: 5 minutes. */
  patienceMs?: number;
} & Partial<TokenLimits>;

export type TokenLimits = {
  /** Limit for the system prompt and the messages together. Default: 32,000. */
  contextTokens: number;
  /** Limit for one reply. Default: 4,096. */
  replyTokens: number;
};

export const defaultPatienceMs = 5 * 60_000;

export const defaultTokens: TokenLimits = { contextTokens: 32_000, replyTokens: 4096 };

/** About 10,000 tokens. */
export const defaultKnowledgeCharacters = 30_000;
