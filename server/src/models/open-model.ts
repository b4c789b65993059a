import { defaultTokens, type ModelConfig, type TokenLimits } from '../config/model-config.ts';
import { askService } from './ask-service.ts';
import { askDemo } from './demo-model.ts';
import type { AskModel } from './model-piece.ts';

export type Model = TokenLimits & {
  isDemo: boolean;
  ask: AskModel;
  systemPrompt: string | undefined;
};

export function openModel(config: ModelConfig | null): Model {
  if (!config) return { isDemo: true, ask: askDemo, systemPrompt: undefined, ...defaultTokens };
  const { url, name, apiKey, systemPrompt, ...tokens } = config;
  const ask = askService({ url, name, ...(apiKey !== undefined && { apiKey }) });
  return { isDemo: false, ask, systemPrompt, ...defaultTokens, ...tokens };
}
