import { type Config, ConfigError } from '../config/read-config.ts';
import { checkAssistants } from './check-assistants.ts';
import { checkBrand } from './check-brand.ts';
import { checkInstallation } from './check-installation.ts';
import { checkMail } from './check-mail.ts';
import { checkModel } from './check-model.ts';
import { checkProvider } from './check-provider.ts';
import { about, type Finding } from './finding.ts';

export type { Finding } from './finding.ts';

/** For all checks together, but for a silent model, in milliseconds. */
const timeoutMs = 8000;

type Options = {
  /** Epoch milliseconds. */
  now: number;
  /** Called when only the model is waited for. `patienceMs`: how long at most. */
  onSilentModel: (patienceMs: number) => void;
};

/** Writes nothing: no file, no row, no email. `readSettings` may throw ConfigError. */
export async function diagnose(
  readSettings: () => Config,
  { now, onSilentModel }: Options,
): Promise<Finding[]> {
  const config = tryRead(readSettings);
  if (Array.isArray(config)) return config;
  const deadline = AbortSignal.timeout(timeoutMs);
  const findings = await Promise.all([
    checkInstallation(config, { deadline, now }),
    checkMail(config.mail, deadline),
    ...config.providers.map((provider) => checkProvider(provider, config.publicUrl, deadline)),
    checkModel(config.model, { timeoutMs, onSilent: onSilentModel }),
    ...config.moreModels.map((model) =>
      checkModel(model, { timeoutMs, onSilent: onSilentModel, prefix: model.prefix }),
    ),
    checkAssistants(config),
  ]);
  return [
    checkAddress(config),
    ...checkBrand(config),
    ...config.unknownSettings.map(unknownSetting),
    ...findings.flat(),
  ];
}

function tryRead(readSettings: () => Config): Config | Finding[] {
  try {
    return readSettings();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const todo = 'Fix it in the environment or in `.env`. See docs/settings.md.';
    return problemsIn(error).map((problem) => about('settings').failed(problem, todo));
  }
}

function checkAddress({ host, publicUrl, isPublic }: Config): Finding {
  const { ok, warning } = about('settings');
  if (!isPublic && !['localhost', '127.0.0.1', '::1'].includes(host)) {
    return warning(
      `HOST is ${host}, so others in the network can open Foyer, but requests from their pages are refused: it expects ${publicUrl}.`,
      'Set PUBLIC_URL to the address that people open.',
    );
  }
  if (!isPublic || publicUrl.startsWith('https:'))
    return ok(`They are valid; people open Foyer at ${publicUrl}.`);
  return warning(
    `People open Foyer at ${publicUrl}, which is not encrypted: others can read messages and passwords on the way.`,
    'Put a reverse proxy with TLS in front (docs/self-hosting.md) and set PUBLIC_URL to its https address.',
  );
}

function unknownSetting(name: string): Finding {
  return about('settings').warning(
    `${name} in \`.env\` is not a known setting: it has no effect.`,
    'Check the spelling in docs/settings.md.',
  );
}

function problemsIn({ message }: ConfigError): string[] {
  const [, ...problems] = message.split('\n');
  return problems.map((problem) => problem.trim());
}
