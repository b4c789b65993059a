import type { Models } from '../models/open-model.ts';
import { estimateTokens } from '../models/tokens.ts';
import type { Assistant } from './assistant.ts';

/** Differences between the file and what is in force, as whole sentences for the operator. */
export function warningsOf(assistant: Assistant, models: Models): string[] {
  const { model, systemPrompt, warnings } = assistant;
  const found = [...warnings];
  if (model !== null && !models.named(model))
    found.push(`There is no model ${model}: ${models.standard.name} answers instead.`);
  const { contextTokens, name, isDemo } = models.for(model);
  const tokens = estimateTokens(systemPrompt);
  if (!isDemo && tokens > contextTokens / 2)
    found.push(`Its prompt takes about ${tokens} of the ${contextTokens} tokens that go to ${name}.`);
  return found;
}
