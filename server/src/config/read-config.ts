import { join, resolve } from 'node:path';
import { problemOfLogo } from './brand/brand.ts';
import { readNamedFile, readValues, unknownSettingsIn } from './env-files.ts';
import { type LiveConfig, type LiveParts, liveConfig, livePartsOf } from './live.ts';
import type { LogLevel } from './log-level.ts';
import { isLoopbackHost } from './loopback.ts';
import { encryptionFor, type MailConfig } from './mail/mail-config.ts';
import type { ModelConfig } from './model-config.ts';
import { modelFrom, type NumberedModel, readMoreModels } from './more-models.ts';
import { type ProviderConfig, readProviders } from './provider-config.ts';
import { problemsOfPairs, type SettingValues, settingsTable } from './settings-schema.ts';
import { readTracing, type TracingConfig } from './tracing-config.ts';

export type Config = LiveParts & {
  host: string;
  port: number;
  /** An origin, without a slash at its end. */
  publicUrl: string;
  isPublic: boolean;
  leaveUrl: string;
  origins: string[];
  trustProxy: string[];
  dataDir: string;
  databaseUrl: string;
  databasePoolSize: number;
  /** Null: the secret is in the data folder. */
  secret: string | null;
  /** Null: the demo assistant. */
  model: ModelConfig | null;
  moreModels: NumberedModel[];
  assistants: {
    dir: string;
    /** Whether ASSISTANTS_DIR is set: then the folder must exist. */
    isSet: boolean;
    /** How much of an assistant's knowledge goes into its prompt. */
    knowledgeCharacters: number;
  };
  providers: ProviderConfig[];
  mail: MailConfig | null;
  /** How long a closing server still serves, so that a load balancer notices, in milliseconds. */
  drainMs: number;
  logLevel: LogLevel;
  metrics: { host: string; port: number } | null;
  tracing: TracingConfig | null;
  isProduction: boolean;
  unknownSettings: string[];
  live: LiveConfig;
};

export class ConfigError extends Error {
  override name = 'ConfigError';
}

/**
 * The environment wins over `.env`. Relative paths start at `root`.
 * @throws ConfigError with every problem at once
 */
export function readConfig(env: NodeJS.ProcessEnv, root: string): Config {
  const problems: string[] = [];
  const values = readValues(env, root, problems);
  const parsed = settingsTable.safeParse(values);
  if (!parsed.success)
    problems.push(...parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`));
  problems.push(...problemsOfPairs(values), ...problemOfLogo(values.BRAND_LOGO_FILE, root));
  const systemPrompt = readNamedFile('SYSTEM_PROMPT_FILE', { values, root, problems });
  const providers = readProviders(values, problems);
  const tracing = readTracing(values, problems);
  const moreModels = readMoreModels(values, problems);
  if (!parsed.success || problems.length > 0) throw new ConfigError(messageOf(problems));
  const unknownSettings = unknownSettingsIn(root, Object.keys(settingsTable.shape));
  const separate = { moreModels, providers, tracing, unknownSettings };
  const config = configFrom(parsed.data, { root, systemPrompt, ...separate });
  return Object.assign(config, { live: liveConfig(config, { given: values, parsed: parsed.data, root }) });
}

type SeparateSettings = Pick<Config, 'moreModels' | 'providers' | 'tracing' | 'unknownSettings'> & {
  root: string;
  systemPrompt: string | undefined;
};

function configFrom(
  values: SettingValues,
  { root, systemPrompt, ...separate }: SeparateSettings,
): Omit<Config, 'live'> {
  const host = ['0.0.0.0', '::'].includes(values.HOST) ? 'localhost' : bracketed(values.HOST);
  const publicUrl = new URL(values.PUBLIC_URL ?? `http://${host}:${values.PORT}`).origin;
  const dataDir = resolve(root, values.DATA_DIR);
  return {
    ...livePartsOf(values, root),
    host: values.HOST,
    port: values.PORT,
    publicUrl,
    isProduction: values.NODE_ENV === 'production',
    isPublic: values.PUBLIC_URL !== undefined && !isLoopback(publicUrl),
    leaveUrl: values.LEAVE_URL,
    origins: originsOf(publicUrl),
    trustProxy: values.TRUST_PROXY,
    dataDir,
    databaseUrl: databaseUrlOf(values.DATABASE_URL, dataDir, root),
    databasePoolSize: values.DATABASE_POOL_SIZE,
    secret: values.SECRET ?? null,
    model: modelOf(values, systemPrompt),
    assistants: {
      dir: resolve(root, values.ASSISTANTS_DIR ?? join(dataDir, 'assistants')),
      isSet: values.ASSISTANTS_DIR !== undefined,
      knowledgeCharacters: values.KNOWLEDGE_CHARACTERS,
    },
    mail: mailOf(values),
    drainMs: values.DRAIN_TIME,
    logLevel: values.LOG_LEVEL,
    metrics: values.METRICS_PORT ? { host: values.METRICS_HOST, port: values.METRICS_PORT } : null,
    ...separate,
  };
}

function originsOf(publicUrl: string): string[] {
  if (!isLoopback(publicUrl)) return [publicUrl];
  const { protocol, port } = new URL(publicUrl);
  return ['localhost', '127.0.0.1', '[::1]'].map((name) => new URL(`${protocol}//${name}:${port}`).origin);
}

function isLoopback(origin: string): boolean {
  return isLoopbackHost(new URL(origin).hostname);
}

function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}

function databaseUrlOf(url: string | undefined, dataDir: string, root: string): string {
  if (!url) return `sqlite:${join(dataDir, 'foyer.db')}`;
  return url.startsWith('sqlite:') ? `sqlite:${resolve(root, url.slice('sqlite:'.length))}` : url;
}

function mailOf({ SMTP_URL: url, MAIL_FROM: from, SMTP_TLS }: SettingValues): Config['mail'] {
  return url && from ? { url, from, tls: encryptionFor(url, SMTP_TLS) } : null;
}

function modelOf(values: SettingValues, systemPrompt: string | undefined): Config['model'] {
  const model = modelFrom(values);
  return model && { ...model, systemPrompt };
}

function messageOf(problems: string[]): string {
  return ['The settings have problems:', ...problems.map((problem) => `  ${problem}`)].join('\n');
}
