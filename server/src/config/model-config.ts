export type ModelConfig = {
  /** Includes `/v1`. */
  url: string;
  name: string;
  apiKey?: string;
  systemPrompt?: string;
} & Partial<TokenLimits>;

export type TokenLimits = {
  /** Limit for the system prompt and the messages together. Default: 32,000. */
  contextTokens: number;
  /** Limit for one reply. Default: 4,096. */
  replyTokens: number;
};

export const defaultTokens: TokenLimits = { contextTokens: 32_000, replyTokens: 4096 };
