import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import type { LanguageModel } from 'ai';
import { defaultTokens, type ModelConfig, type TokenLimits } from '../config/model-config.ts';
import { askOverHttp } from './ask-over-http.ts';
import { demoModel } from './demo-model.ts';

type SpeakingModel = Extract<LanguageModel, { specificationVersion: 'v4' }>;

export type Call = Parameters<SpeakingModel['doStream']>[0];

export type Model = TokenLimits & {
  isDemo: boolean;
  languageModel: SpeakingModel;
  systemPrompt: string | undefined;
};

export function openModel(config: ModelConfig | null): Model {
  if (!config) return { isDemo: true, languageModel: demoModel, systemPrompt: undefined, ...defaultTokens };
  const { url, name, apiKey, systemPrompt, ...tokens } = config;
  const provider = createOpenAICompatible({
    name: 'model',
    baseURL: url,
    apiKey,
    fetch: askOverHttp as typeof fetch,
    transformRequestBody: (body) => withReplyBound(url, body),
  });
  return { isDemo: false, languageModel: provider(name), systemPrompt, ...defaultTokens, ...tokens };
}

/** OpenAI's newer models (also on Azure) refuse `max_tokens`; most other services know only that. */
export function withReplyBound(url: string, body: Record<string, unknown>): Record<string, unknown> {
  if (!/(^|\.)openai\.(azure\.)?com$/.test(new URL(url).hostname)) return body;
  const { max_tokens, ...others } = body;
  return { ...others, max_completion_tokens: max_tokens };
}
