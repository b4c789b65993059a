/** Where the model is, as the operator set it. */
export type ModelConfig = {
  /** The address of an OpenAI-compatible interface, up to and with `/v1`. */
  url: string;
  name: string;
  apiKey?: string;
  /** The assistant's character. */
  systemPrompt?: string;
} & Partial<TokenLimits>;

/** What bounds one call of the model. */
export type TokenLimits = {
  /** The most tokens that are sent: the system prompt and the messages. Default: 32,000. */
  contextTokens: number;
  /** The most tokens of one reply. Default: 4,096. */
  replyTokens: number;
};

/** What holds when the operator sets nothing. */
export const defaultTokens: TokenLimits = { contextTokens: 32_000, replyTokens: 4096 };
