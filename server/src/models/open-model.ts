import { defaultTokens, type ModelConfig, type TokenLimits } from '../config/model-config.ts';
import { askService } from './ask-service.ts';
import { askDemo } from './demo-model.ts';
import type { AskModel } from './model-piece.ts';

/** What writes the replies. */
export type Model = TokenLimits & {
  isDemo: boolean;
  ask: AskModel;
  systemPrompt: string | undefined;
};

/** The model that the operator set, or the built-in demo when there is none. */
export function openModel(config: ModelConfig | null): Model {
  if (!config) return { isDemo: true, ask: askDemo, systemPrompt: undefined, ...defaultTokens };
  const { url, name, apiKey, systemPrompt, ...tokens } = config;
  const ask = askService({ url, name, ...(apiKey !== undefined && { apiKey }) });
  return { isDemo: false, ask, systemPrompt, ...defaultTokens, ...tokens };
}
