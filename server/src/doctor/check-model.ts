import type { Config } from '../config/read-config.ts';
import type { Said } from '../models/fit-conversation.ts';
import { openModel } from '../models/open-model.ts';
import { streamModel } from '../models/stream-model.ts';
import { about, type Finding } from './finding.ts';

const { ok, warning, failed, off } = about('model');

const question: Said = {
  role: 'user',
  text: 'This is a test of the line. Answer with one word: ready',
};

/** Asks the model a short question, in the way of the chat. */
export async function checkModel(model: Config['model'], timeoutMs: number): Promise<Finding> {
  if (!model)
    return off(
      'None is set: the demo assistant answers.',
      'To connect a model, set MODEL_URL and MODEL_NAME.',
    );
  const called = `${model.name} at ${new URL(model.url).host}`;
  let hasSpoken = false;
  const hear = (text: string) => {
    hasSpoken ||= text.trim() !== '';
  };
  const timeouts = { silentMs: timeoutMs, totalMs: timeoutMs };
  const signal = new AbortController().signal;
  const ending = await streamModel(openModel(model), [question], { signal, hear, timeouts });
  if (ending.status === 'complete' && hasSpoken) return ok(`${called} answers.`);
  const isSlow = ['silent', 'too slow'].includes(String(ending.failure?.error));
  if (isSlow && hasSpoken)
    return warning(
      `${called} answers, but came to no end within ${timeoutMs / 1000} seconds.`,
      'Try it in the chat; a smaller model or a stronger machine is faster.',
    );
  if (isSlow)
    return failed(
      `${called} did not answer within ${timeoutMs / 1000} seconds.`,
      'Try again: a model that is just being loaded, or thinks for long, may need more. Otherwise see that it runs.',
    );
  if (ending.status === 'complete')
    return failed(`${called} answers with nothing.`, 'See that MODEL_NAME is a model for chats.');
  return tellFailure(called, ending.failure ?? {});
}

/** @param failure what `speak` says of it, which is never what the service said */
function tellFailure(called: string, { error, httpStatus, cause }: Record<string, unknown>): Finding {
  if (httpStatus === 401 || httpStatus === 403)
    return failed(`${called} does not accept the key (${httpStatus}).`, 'Set MODEL_API_KEY right.');
  if (httpStatus === 404)
    return failed(
      `${called} is not there (404).`,
      'See that MODEL_URL goes up to and with `/v1`, and that MODEL_NAME is a model that is there.',
    );
  if (httpStatus === 429)
    return failed(
      `${called} has no room for more questions (429).`,
      'Wait, or see to the limits and the credit of the account there.',
    );
  if (typeof httpStatus === 'number' && httpStatus >= 300 && httpStatus < 400)
    return failed(
      `${called} is at another address (${httpStatus}).`,
      'Set MODEL_URL to where it is, perhaps with https: the chat does not follow.',
    );
  if (typeof httpStatus === 'number' && httpStatus >= 400)
    return failed(
      `${called} answers with an error (${httpStatus}).`,
      'Look into the logs of the model’s host.',
    );
  return failed(
    `${called} gave no whole answer: ${cause ?? error}.`,
    'See that the model runs, that MODEL_URL is right, and that this machine may reach it.',
  );
}
