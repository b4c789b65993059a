import { type Config, ConfigError } from '../config/read-config.ts';
import { checkInstallation } from './check-installation.ts';
import { checkMail } from './check-mail.ts';
import { checkModel } from './check-model.ts';
import { checkProvider } from './check-provider.ts';
import { about, type Finding } from './finding.ts';

export type { Finding } from './finding.ts';

/** How long all checks together may take, in milliseconds. */
const timeoutMs = 8000;

/**
 * Checks an installation and everything that it relies on. Writes nothing: no file, no row, no mail.
 *
 * @param readSettings throws ConfigError when they have problems
 * @param now epoch milliseconds
 */
export async function diagnose(readSettings: () => Config, now: number): Promise<Finding[]> {
  const config = readOr(readSettings);
  if (Array.isArray(config)) return config;
  const deadline = AbortSignal.timeout(timeoutMs);
  const findings = await Promise.all([
    checkInstallation(config, { deadline, now }),
    checkMail(config.mail, deadline),
    ...config.providers.map((provider) => checkProvider(provider, config.publicUrl, deadline)),
    checkModel(config.model, timeoutMs),
  ]);
  return [checkAddress(config), ...config.unknownSettings.map(strange), ...findings.flat()];
}

/** The settings, or what is wrong with them: then nothing else can be checked. */
function readOr(readSettings: () => Config): Config | Finding[] {
  try {
    return readSettings();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const todo = 'Mend it in the environment or in `.env`: docs/settings.md says what is expected.';
    return problemsIn(error).map((problem) => about('settings').failed(problem, todo));
  }
}

function checkAddress({ host, publicUrl, isPublic }: Config): Finding {
  const { ok, warning } = about('settings');
  if (!isPublic && !['localhost', '127.0.0.1', '::1'].includes(host)) {
    return warning(
      `Others in the network reach Foyer, as HOST is ${host}, but what their pages send is refused: people reach it at ${publicUrl}.`,
      'Set PUBLIC_URL to the address that they open.',
    );
  }
  if (!isPublic || publicUrl.startsWith('https:'))
    return ok(`They can be read; people reach Foyer at ${publicUrl}.`);
  return warning(
    `People reach Foyer at ${publicUrl}: what they write and their passwords can be read on the way.`,
    'Put a reverse proxy with TLS in front (docs/self-hosting.md), and set PUBLIC_URL to its https address.',
  );
}

function strange(name: string): Finding {
  return about('settings').warning(
    `${name} in \`.env\` is no setting: it changes nothing.`,
    'Compare it with docs/settings.md: it may be misspelt.',
  );
}

function problemsIn({ message }: ConfigError): string[] {
  const [, ...problems] = message.split('\n');
  return problems.map((problem) => problem.trim());
}
