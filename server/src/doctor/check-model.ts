import type { Config } from '../config/read-config.ts';
import type { ModelMessage } from '../models/model-piece.ts';
import { openModel } from '../models/open-model.ts';
import { streamModel } from '../models/stream-model.ts';
import { about, type Finding } from './finding.ts';

const question: ModelMessage = {
  role: 'user',
  text: 'This is a connection test. Answer with one word: ready',
};

type Options = {
  /** How long a model that answers may take to finish, in milliseconds. */
  timeoutMs: number;
  /** Called when the model is silent for that time. `patienceMs`: how long we wait at most. */
  onSilent: (patienceMs: number) => void;
  /** The beginning of its settings. Default: `MODEL`. */
  prefix?: string;
};

/**
 * Asks the model a short question in the same way as the chat. A silent model gets the whole patience: many services
 * stop loading a model when nobody waits for it.
 */
export async function checkModel(
  config: Config['model'],
  { timeoutMs, onSilent, prefix = 'MODEL' }: Options,
): Promise<Finding> {
  const { ok, warning, failed, off } = about(checkOf(prefix));
  if (!config)
    return off(
      'No model set; using the demo assistant.',
      'To connect a model, set MODEL_URL and MODEL_NAME.',
    );
  const modelName = `${config.name} at ${new URL(config.url).host}`;
  const model = openModel(config);
  const stopping = new AbortController();
  const { signal } = stopping;
  let hasSpoken = false;
  let timer = setTimeout(() => onSilent(model.patienceMs), timeoutMs);
  const hear = () => {
    if (hasSpoken) return;
    hasSpoken = true;
    clearTimeout(timer);
    timer = setTimeout(() => stopping.abort('stopped'), timeoutMs);
  };
  const timeouts = { totalMs: model.patienceMs + timeoutMs };
  const asked = { conversation: [question], signal, hear, timeouts };
  const { status, ending, failure = {} } = await streamModel(model, asked);
  clearTimeout(timer);
  if (signal.aborted)
    return warning(
      `${modelName} answers, but did not finish within ${timeoutMs / 1000} seconds.`,
      'Try it in the chat. A smaller model or a stronger machine is faster.',
    );
  if (status === 'complete') return ok(`${modelName} answers.`);
  if (['silent', 'too slow'].includes(String(failure.error)))
    return failed(
      `${modelName} did not answer within ${model.patienceMs / 1000} seconds.`,
      `Check that it is running. If it loads or reasons for longer, raise ${prefix}_PATIENCE.`,
    );
  if (ending === 'thinking')
    return warning(
      `${modelName} spends its whole answer on thinking.`,
      `Raise ${prefix}_REPLY_TOKENS, or let the model think less.`,
    );
  if (failure.error === 'empty')
    return failed(`${modelName} gives an empty answer.`, `Check that ${prefix}_NAME is a chat model.`);
  return reportFailure(modelName, failure, prefix);
}

/** @param failure from `streamModel`; it never contains what the service said */
function reportFailure(
  called: string,
  { error, httpStatus, cause }: Record<string, unknown>,
  prefix: string,
): Finding {
  const { failed } = about(checkOf(prefix));
  if (httpStatus === 401 || httpStatus === 403)
    return failed(`${called} does not accept the key (${httpStatus}).`, `Correct ${prefix}_API_KEY.`);
  if (httpStatus === 404)
    return failed(
      `${called} was not found (404).`,
      `Check that ${prefix}_URL ends with \`/v1\` and that this service has the model ${prefix}_NAME.`,
    );
  if (httpStatus === 429)
    return failed(
      `${called} accepts no more requests now (429).`,
      'Wait, or check the limits and the credit of your account there.',
    );
  if (typeof httpStatus === 'number' && httpStatus >= 300 && httpStatus < 400)
    return failed(
      `${called} redirects to another address (${httpStatus}).`,
      `Set ${prefix}_URL to that address, perhaps with https: the chat does not follow redirects.`,
    );
  if (typeof httpStatus === 'number' && httpStatus >= 400)
    return failed(`${called} answers with an error (${httpStatus}).`, 'Check the logs of that service.');
  return failed(
    `${called} gave no complete answer: ${cause ?? error}.`,
    `Check that the model is running, that ${prefix}_URL is right, and that this machine can reach it.`,
  );
}

/** As `model 2` for MODEL_2. */
function checkOf(prefix: string): string {
  return prefix.toLowerCase().replace('_', ' ');
}
