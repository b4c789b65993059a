import type { ModelConfig } from './model-config.ts';
import { type ModelValues, modelNames, modelValues } from './settings-schema.ts';

/** `prefix`: the beginning of its settings, as `MODEL_2`. */
export type NumberedModel = ModelConfig & { prefix: string };

type Values = Record<string, string>;

const maxModels = 50;

/** `MODEL_2_…`, `MODEL_3_…`, in this order. Adds wrong settings to `problems`. */
export function readMoreModels(values: Values, problems: string[]): NumberedModel[] {
  const numbers = new Set<number>();
  for (const name of Object.keys(values)) {
    const [, number, rest] = /^MODEL_(\d+)_(.+)$/.exec(name) ?? [];
    if (number === undefined || rest === undefined || isFileOfSecret(rest)) continue;
    if (!isNumber(number))
      problems.push(
        `${name}: there is no such setting; the second model is MODEL_2_…, the last MODEL_${maxModels}_…`,
      );
    else if (modelNames.includes(rest)) numbers.add(Number(number));
    else
      problems.push(
        `${name}: there is no such setting; MODEL_${number}_ is followed by ${modelNames.join(', ')}`,
      );
  }
  const models = [...numbers].sort((a, b) => a - b).flatMap((number) => readModel(values, number, problems));
  if (models[0] && !values.MODEL_URL)
    problems.push(`${models[0].prefix}_URL: set MODEL_URL and MODEL_NAME first`);
  return models.filter(({ prefix, name }) => {
    const first = name === values.MODEL_NAME ? 'MODEL' : models.find((other) => other.name === name)?.prefix;
    const isFirst = first === prefix;
    if (!isFirst)
      problems.push(`${prefix}_NAME: ${first}_NAME is ${name} too; each model needs its own name`);
    return isFirst;
  });
}

function isNumber(text: string): boolean {
  return /^[1-9]\d?$/.test(text) && Number(text) >= 2 && Number(text) <= maxModels;
}

function isFileOfSecret(rest: string): boolean {
  return rest === 'API_KEY_FILE' || rest === 'HEADERS_FILE';
}

function readModel(values: Values, number: number, problems: string[]): NumberedModel[] {
  const prefix = `MODEL_${number}`;
  const own = modelNames.flatMap((name) => {
    // MODEL_PATIENCE and the numbers of tokens are for all models that do not set their own.
    const value = values[`${prefix}_${name}`] ?? (isShared(name) ? values[`MODEL_${name}`] : undefined);
    return value === undefined ? [] : [[`MODEL_${name}`, value] as const];
  });
  const parsed = modelValues.safeParse(Object.fromEntries(own));
  if (!parsed.success) {
    for (const { path, message } of parsed.error.issues)
      problems.push(`${path.join('.').replace(/^MODEL/, prefix)}: ${message}`);
    return [];
  }
  const model = modelFrom(parsed.data);
  if (!model) {
    const [one, other] = [`${prefix}_URL`, `${prefix}_NAME`];
    problems.push(`${values[one] ? other : one}: set both ${one} and ${other}, or neither`);
    return [];
  }
  return [{ ...model, prefix }];
}

function isShared(name: string): boolean {
  return ['PATIENCE', 'CONTEXT_TOKENS', 'REPLY_TOKENS'].includes(name);
}

export function modelFrom(values: ModelValues): ModelConfig | null {
  if (!values.MODEL_URL || !values.MODEL_NAME) return null;
  return {
    url: values.MODEL_URL,
    name: values.MODEL_NAME,
    apiKey: values.MODEL_API_KEY,
    ...(values.MODEL_HEADERS && { headers: values.MODEL_HEADERS }),
    patienceMs: values.MODEL_PATIENCE,
    contextTokens: values.MODEL_CONTEXT_TOKENS,
    replyTokens: values.MODEL_REPLY_TOKENS,
  };
}
