import {
  defaultPatienceMs,
  defaultTokens,
  type ModelConfig,
  type TokenLimits,
} from '../config/model-config.ts';
import { askService } from './ask-service.ts';
import { askDemo } from './demo-model.ts';
import type { AskModel } from './model-piece.ts';

export type Model = TokenLimits & {
  isDemo: boolean;
  ask: AskModel;
  systemPrompt: string | undefined;
  patienceMs: number;
};

export function openModel(config: ModelConfig | null): Model {
  const patienceMs = config?.patienceMs ?? defaultPatienceMs;
  if (!config) return { isDemo: true, ask: askDemo, systemPrompt: undefined, patienceMs, ...defaultTokens };
  const { contextTokens = defaultTokens.contextTokens, replyTokens = defaultTokens.replyTokens } = config;
  const { systemPrompt } = config;
  return { isDemo: false, ask: askService(config), systemPrompt, patienceMs, contextTokens, replyTokens };
}
