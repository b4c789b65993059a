import type { Config } from '../config/read-config.ts';
import type { ModelMessage } from '../models/model-piece.ts';
import { openModel } from '../models/open-model.ts';
import { streamModel } from '../models/stream-model.ts';
import { about, type Finding } from './finding.ts';

const { ok, warning, failed, off } = about('model');

const question: ModelMessage = {
  role: 'user',
  text: 'This is a connection test. Answer with one word: ready',
};

/** Asks the model a short question in the same way as the chat. */
export async function checkModel(model: Config['model'], timeoutMs: number): Promise<Finding> {
  if (!model)
    return off(
      'No model set; using the demo assistant.',
      'To connect a model, set MODEL_URL and MODEL_NAME.',
    );
  const modelName = `${model.name} at ${new URL(model.url).host}`;
  let hasSpoken = false;
  const onText = (text: string) => {
    hasSpoken ||= text.trim() !== '';
  };
  const timeouts = { silentMs: timeoutMs, totalMs: timeoutMs };
  const signal = new AbortController().signal;
  const ending = await streamModel(openModel(model), [question], { signal, onText, timeouts });
  if (ending.status === 'complete' && hasSpoken) return ok(`${modelName} answers.`);
  const isSlow = ['silent', 'too slow'].includes(String(ending.failure?.error));
  if (isSlow && hasSpoken)
    return warning(
      `${modelName} answers, but did not finish within ${timeoutMs / 1000} seconds.`,
      'Try it in the chat. A smaller model or a stronger machine is faster.',
    );
  if (isSlow)
    return failed(
      `${modelName} did not answer within ${timeoutMs / 1000} seconds.`,
      'Try again: a model that is still loading or reasons for long may need more time. Otherwise check that it is running.',
    );
  if (ending.status === 'complete')
    return failed(`${modelName} gives an empty answer.`, 'Check that MODEL_NAME is a chat model.');
  return reportFailure(modelName, ending.failure ?? {});
}

/** @param failure from `streamModel`; it never contains what the service said */
function reportFailure(called: string, { error, httpStatus, cause }: Record<string, unknown>): Finding {
  if (httpStatus === 401 || httpStatus === 403)
    return failed(`${called} does not accept the key (${httpStatus}).`, 'Correct MODEL_API_KEY.');
  if (httpStatus === 404)
    return failed(
      `${called} was not found (404).`,
      'Check that MODEL_URL ends with `/v1` and that this service has the model MODEL_NAME.',
    );
  if (httpStatus === 429)
    return failed(
      `${called} accepts no more requests now (429).`,
      'Wait, or check the limits and the credit of your account there.',
    );
  if (typeof httpStatus === 'number' && httpStatus >= 300 && httpStatus < 400)
    return failed(
      `${called} redirects to another address (${httpStatus}).`,
      'Set MODEL_URL to that address, perhaps with https: the chat does not follow redirects.',
    );
  if (typeof httpStatus === 'number' && httpStatus >= 400)
    return failed(`${called} answers with an error (${httpStatus}).`, 'Check the logs of that service.');
  return failed(
    `${called} gave no complete answer: ${cause ?? error}.`,
    'Check that the model is running, that MODEL_URL is right, and that this machine can reach it.',
  );
}
