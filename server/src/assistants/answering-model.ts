import { type Model, type Models, speakingAs } from '../models/open-model.ts';
import type { Log } from '../telemetry/log.ts';
import type { Assistant } from './assistant.ts';
import type { Assistants } from './open-assistants.ts';

/** Null is the default assistant, which also answers for one that does not exist (any more). */
export function modelOfAssistant({
  assistants,
  models,
  log,
}: {
  assistants: Pick<Assistants, 'inForce'>;
  models: Models;
  log: Log;
}) {
  const missing = new Set<string>();
  return async (id: string | null): Promise<Model> => {
    const assistant = await assistants.inForce(id);
    if (id !== null && !assistant && !missing.has(id)) {
      log('an assistant does not exist: the default one answers', { assistant: id }, 'warn');
      missing.add(id);
    }
    if (assistant) missing.delete(assistant.id);
    return assistant ? speakAs(assistant, models) : models.standard;
  };
}

function speakAs({ id, model, temperature, systemPrompt }: Assistant, models: Models): Model {
  const answering = models.for(model);
  const ask: Model['ask'] =
    temperature === null ? answering.ask : (call) => answering.ask({ ...call, temperature });
  return { ...answering, ask, ...speakingAs(id, systemPrompt) };
}
