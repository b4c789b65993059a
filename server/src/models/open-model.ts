import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import type { LanguageModel } from 'ai';
import { askOverHttp } from './ask-over-http.ts';
import { demoModel } from './demo-model.ts';

/** Where the model is, as the operator set it. */
export type ModelConfig = {
  /** The address of an OpenAI-compatible interface, up to and with `/v1`. */
  url: string;
  name: string;
  apiKey?: string;
  /** The assistant's character. */
  systemPrompt?: string;
};

type SpeakingModel = Extract<LanguageModel, { specificationVersion: 'v4' }>;

/** What a model is asked with. */
export type Call = Parameters<SpeakingModel['doStream']>[0];

/** What writes the replies. */
export type Model = {
  isDemo: boolean;
  languageModel: SpeakingModel;
  systemPrompt: string | undefined;
};

/** The model that the operator set, or the built-in demo when there is none. */
export function openModel(config: ModelConfig | null): Model {
  if (!config) return { isDemo: true, languageModel: demoModel, systemPrompt: undefined };
  const { url, name, apiKey, systemPrompt } = config;
  const provider = createOpenAICompatible({
    name: 'model',
    baseURL: url,
    apiKey,
    fetch: askOverHttp as typeof fetch,
  });
  return { isDemo: false, languageModel: provider(name), systemPrompt };
}
