import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';

/** Settings whose value may lie in a file instead, named by `NAME_FILE`. */
const isSecret = (name: string) =>
  /^(SECRET|DATABASE_URL|MODEL_API_KEY|SMTP_URL|OTEL_EXPORTER_OTLP_HEADERS|DEFAULT_(LOGIN|REGISTRATION)_CODE)$/.test(
    name,
  ) || /^(GOOGLE|GITHUB|MICROSOFT|OIDC_[1-9]\d*)_CLIENT_SECRET$/.test(name);

/**
 * The settings by their names: the environment, then `.env` in the project's root, with secrets that lie in files read
 * from there. Empty ones are left out.
 *
 * @param problems gets a line for each file that cannot be read
 */
export function readValues(env: NodeJS.ProcessEnv, root: string, problems: string[]): Record<string, string> {
  const values = { ...readEnvFile(join(root, '.env'), problems), ...nonEmpty(env) };
  return readSecrets(values, root, problems);
}

/** The names in `.env` that are no settings, as one that is misspelt: its default would be in force without a word. */
export function unknownSettingsIn(root: string, settings: string[]): string[] {
  const isSetting = (name: string) =>
    settings.includes(name) ||
    /^(SYSTEM_PROMPT_FILE$|(GOOGLE|GITHUB|MICROSOFT|OIDC_[1-9]\d*|OTEL|NODE)_)/.test(name) ||
    isSecret(name.replace(/_FILE$/, ''));
  const names = Object.keys(readEnvFile(join(root, '.env'), []));
  // A secret that runs on in a second line is read as a name, too, and is not told.
  return names.filter((name) => /^[A-Za-z]\w{0,40}$/.test(name) && !isSetting(name));
}

/** The text of a file that the setting `name` names, if it is set and can be read. */
export function readNamedFile(
  name: string,
  { values, root, problems }: { values: Record<string, string>; root: string; problems: string[] },
): string | undefined {
  const file = values[name];
  if (file === undefined) return undefined;
  try {
    return readSmallFile(resolve(root, file));
  } catch (error) {
    problems.push(`${name}: the file cannot be read (${codeOf(error)})`);
    return undefined;
  }
}

/** The most bytes of a file that is read as a whole. */
const maxBytes = 1024 * 1024;

function readSmallFile(file: string): string {
  if (statSync(file).size > maxBytes) throw Object.assign(new Error(), { code: 'larger than 1 MB' });
  return readFileSync(file, 'utf8');
}

function readEnvFile(file: string, problems: string[]): Record<string, string> {
  try {
    // Some editors begin a file with a mark of its encoding.
    const text = readSmallFile(file).replace(/^\uFEFF/, '');
    for (const line of linesWithoutValue(text)) problems.push(`.env: line ${line}: NAME=value is expected`);
    return nonEmpty(parseEnv(text));
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') problems.push(`.env: it cannot be read (${codeOf(error)})`);
    return {};
  }
}

/** Lines that set nothing and are passed over without a word, by their numbers: a value in quotes may have such lines. */
function linesWithoutValue(text: string): number[] {
  const emptied = text.replace(/=[ \t]*(["'`])[\s\S]*?\1/g, (value) => `=${value.replace(/[^\n]/g, '')}`);
  return emptied.split('\n').flatMap((line, i) => (/^\s*(#|$)|=/.test(line) ? [] : [i + 1]));
}

function readSecrets(
  values: Record<string, string>,
  root: string,
  problems: string[],
): Record<string, string> {
  const all = { ...values };
  for (const fileName of Object.keys(values)) {
    const [, name = ''] = /^(.+)_FILE$/.exec(fileName) ?? [];
    if (!isSecret(name)) continue;
    if (values[name] !== undefined) problems.push(`${name}: it is set twice, here and by ${name}_FILE`);
    const content = readNamedFile(`${name}_FILE`, { values, root, problems })?.trim();
    if (content) all[name] = content;
    else if (content === '') problems.push(`${name}_FILE: the file is empty`);
  }
  return all;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
}

function nonEmpty(values: NodeJS.Dict<string>): Record<string, string> {
  const entries = Object.entries(values).map(([name, value]) => [name, value?.trim() ?? ''] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== ''));
}
