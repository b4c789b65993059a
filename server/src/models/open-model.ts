import { createHash } from 'node:crypto';
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
  /** As in MODEL_NAME; `demo` for the demo. */
  name: string;
  isDemo: boolean;
  ask: AskModel;
  systemPrompt: string | undefined;
  /** SHA-256 of the system prompt, in base64url; null for no prompt. */
  promptDigest: string | null;
  /** As which assistant it speaks; null for the default one. */
  assistant: string | null;
  patienceMs: number;
};

export function openModel(config: ModelConfig | null): Model {
  const {
    name = 'demo',
    systemPrompt,
    patienceMs = defaultPatienceMs,
    contextTokens = defaultTokens.contextTokens,
    replyTokens = defaultTokens.replyTokens,
  } = config ?? {};
  const ask = config ? askService(config) : askDemo;
  const limits = { patienceMs, contextTokens, replyTokens };
  return { ...speakingAs(null, systemPrompt), name, isDemo: config === null, ask, ...limits };
}

export type Models = ReturnType<typeof openModels>;

/** The first model, and more by their names. */
export function openModels({ model, moreModels }: { model: ModelConfig | null; moreModels: ModelConfig[] }) {
  const standard = openModel(model);
  const byName = new Map<string, Model>(moreModels.map((each) => [each.name, openModel(each)]));
  if (model) byName.set(model.name, standard);
  return {
    standard,
    named: (name: string): Model | undefined => byName.get(name),
    /** The first one for null, and for a name that there is not. */
    for: (name: string | null): Model => (name === null ? undefined : byName.get(name)) ?? standard,
  };
}

export function speakingAs(assistant: string | null, systemPrompt: string | undefined) {
  const promptDigest =
    systemPrompt === undefined ? null : createHash('sha256').update(systemPrompt).digest('base64url');
  return { assistant, systemPrompt, promptDigest };
}
