import type { Setting } from '@foyer/api/operator/settings';
import { isSecret } from '../config/env-files.ts';
import { isLiveName, type LiveConfig, problemOfValue } from '../config/live.ts';
import { type SettingValues, settingsTable } from '../config/settings-schema.ts';
import type { StoredSettings } from '../live-settings/stored-settings.ts';
import { settingTexts } from './setting-texts.ts';

/** Every setting, as its reader of the environment knows it. Secrets and codes only say whether they are set. */
export function listSettings(
  { given }: Pick<LiveConfig, 'given'>,
  { values, changedAt, unreadable }: Pick<StoredSettings, 'values' | 'changedAt' | 'unreadable'>,
): Setting[] {
  const names = Object.keys(settingsTable.shape) as (keyof SettingValues)[];
  const others = Object.keys(given).filter((name) => !names.some((known) => known === name));
  return [...names.map(known), ...others.filter(isOurs).sort().map(unlisted)];

  function known(name: keyof SettingValues): Setting {
    const isLocked = given[name] !== undefined;
    const isLive = isLiveName(name);
    const stored = isLive && !isLocked ? values[name] : undefined;
    const problem = problemOf(name, isLocked ? undefined : stored);
    const inForce = problem === null ? stored : undefined;
    const byDefault = defaultText(name);
    const value = given[name] ?? inForce ?? byDefault;
    return {
      name,
      value: isSecret(name) ? null : value,
      from: isLocked ? 'environment' : inForce === undefined ? 'default' : 'stored',
      isChangeable: isLive,
      isLocked,
      isSecret: isSecret(name),
      isSet: value !== null,
      about: settingTexts[name],
      form: formOf(name),
      choices: choicesOf(name),
      default: byDefault,
      problem,
      changedAt: isLive ? (changedAt.get(name) ?? null) : null,
    };
  }

  function problemOf(name: string, stored: string | undefined): string | null {
    const closed = unreadable.find((each) => each.name === name);
    if (closed) return closed.problem;
    return stored !== undefined && isLiveName(name) ? problemOfValue(name, stored) : null;
  }

  function unlisted(name: string): Setting {
    return {
      ...{ name, value: isSecret(name) ? null : (given[name] ?? null), from: 'environment' as const },
      ...{ isChangeable: false, isLocked: true, isSecret: isSecret(name), isSet: true },
      ...{ about: '', form: '', choices: null, default: null, problem: null, changedAt: null },
    };
  }
}

/** The numbered and grouped settings. The environment also has names of other programs: those are nobody's business. */
function isOurs(name: string): boolean {
  return /^(SYSTEM_PROMPT_FILE|(GOOGLE|GITHUB|MICROSOFT)_CLIENT_(ID|SECRET)|OIDC_[1-9]\d*_[A-Z_]{1,40}|MODEL_[1-9]\d*_[A-Z_]{1,40})$/.test(
    name,
  );
}

const durations = ['GUEST_TTL', 'MODEL_PATIENCE', 'DRAIN_TIME'];

function defaultText(name: keyof SettingValues): string | null {
  const { data } = settingsTable.shape[name].safeParse(undefined);
  if (data === undefined || (Array.isArray(data) && data.length === 0)) return null;
  return durations.includes(name) ? durationText(Number(data)) : String(data);
}

function durationText(ms: number): string {
  const units = [
    ['h', 3_600_000],
    ['m', 60_000],
    ['s', 1000],
  ] as const;
  const [unit, length] = units.find(([, each]) => ms % each === 0 && ms >= each) ?? ['s', 1000];
  return `${ms / length}${unit}`;
}

function choicesOf(name: keyof SettingValues): string[] | null {
  const { error } = settingsTable.shape[name].safeParse('\u0001');
  const [issue] = error?.issues ?? [];
  return issue?.code === 'invalid_value' ? issue.values.map(String) : null;
}

/** What the reader says to a text that it cannot take: a rule is not written twice. */
function formOf(name: keyof SettingValues): string {
  if (isSecret(name)) return '';
  const { error } = settingsTable.shape[name].safeParse('\u0001');
  return error?.issues[0]?.message ?? '';
}
