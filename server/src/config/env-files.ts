import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';

export const isSecret = (name: string) =>
  /^(SECRET|DATABASE_URL|MODEL_(?:[1-9]\d*_)?(?:API_KEY|HEADERS)|SMTP_URL|OTEL_EXPORTER_OTLP_HEADERS|DEFAULT_(LOGIN|REGISTRATION)_CODE)$/.test(
    name,
  ) || /^(GOOGLE|GITHUB|MICROSOFT|OIDC_[1-9]\d*)_CLIENT_SECRET$/.test(name);

/** The environment, then `.env`, then files of secrets; no empty values. Adds unreadable files to `problems`. */
export function readValues(env: NodeJS.ProcessEnv, root: string, problems: string[]): Record<string, string> {
  const values = { ...readEnvFile(join(root, '.env'), problems), ...nonEmpty(env) };
  return readSecrets(values, root, problems);
}

export function unknownSettingsIn(root: string, settings: string[]): string[] {
  const isSetting = (name: string) =>
    settings.includes(name) ||
    /^(SYSTEM_PROMPT_FILE$|(GOOGLE|GITHUB|MICROSOFT|OIDC_[1-9]\d*|MODEL_\d+|OTEL|NODE)_)/.test(name) ||
    isSecret(name.replace(/_FILE$/, ''));
  const names = Object.keys(readEnvFile(join(root, '.env'), []));
  // The second line of a multi-line secret looks like a name, too: do not print it.
  return names.filter((name) => /^[A-Za-z]\w{0,40}$/.test(name) && !isSetting(name));
}

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

/** Larger files are refused, in bytes. */
const maxBytes = 1024 * 1024;

function readSmallFile(file: string): string {
  if (statSync(file).size > maxBytes) throw Object.assign(new Error(), { code: 'larger than 1 MB' });
  return readFileSync(file, 'utf8');
}

function readEnvFile(file: string, problems: string[]): Record<string, string> {
  try {
    // Some editors write a byte order mark.
    const text = readSmallFile(file).replace(/^\uFEFF/, '');
    for (const line of linesWithoutValue(text)) problems.push(`.env: line ${line}: NAME=value is expected`);
    problems.push(...slipsOfValues(text));
    return nonEmpty(parseEnv(withWholeSender(text)));
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') problems.push(`.env: it cannot be read (${codeOf(error)})`);
    return {};
  }
}

/** Node's parser would end a value at its second quote: `MAIL_FROM="Foyer, Team" <foyer@example.org>` is one value. */
function withWholeSender(text: string): string {
  return text.replace(/^(\s*(?:export\s+)?MAIL_FROM\s*=\s*)("[^"\n]*"\s*<[^<>`\n]*>)\s*$/gm, '$1`$2`');
}

function withoutQuoted(text: string): string {
  return text.replace(/=[ \t]*(["'`])[\s\S]*?\1/g, (value) => `=${value.replace(/[^\n]/g, '')}`);
}

/** Line numbers that set nothing. Quoted values may contain such lines. */
function linesWithoutValue(text: string): number[] {
  return withoutQuoted(text)
    .split('\n')
    .flatMap((line, i) => (/^\s*(#|$)|=/.test(line) ? [] : [i + 1]));
}

/** Values that a reader of `.env` understands in another way than their writer. The values may be secrets: no quoting. */
function slipsOfValues(text: string): string[] {
  return withoutQuoted(text)
    .split('\n')
    .flatMap((line, i) => {
      const [, name = '', value = ''] = /^\s*(?:export\s+)?(\w+)\s*=\s*(.*)$/.exec(line) ?? [];
      const at = `.env: line ${i + 1}: ${name}`;
      if (/^[“”„‘’‚«»]|[“”„‘’‚«»]\s*$/.test(value))
        return [`${at} is in typographic quotes; use straight ones: "…" or '…'`];
      // A blank before it makes it a comment.
      return /[^\s]#/.test(value)
        ? [`${at} has a #, which ends it; put the value into single quotes: '…'`]
        : [];
    });
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
