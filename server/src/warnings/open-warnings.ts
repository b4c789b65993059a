import type { Warning } from '@foyer/api/operator/warnings';
import type { Database } from '@foyer/database';
import { type InvitationCodesOptions, lookUp } from '@foyer/invitation-codes';
import type { LiveParts } from '../config/live.ts';
import { repeat } from '../installation/repeat.ts';
import type { LiveSettings } from '../live-settings/open-live-settings.ts';
import type { RefusedTries } from '../rate-limits/refused-tries.ts';
import { type Log, traceOf } from '../telemetry/log.ts';
import { batchesEnding, codesEnding, codesRunningLow } from './codes-in-need.ts';

/** In milliseconds. */
const lookEveryMs = 60_000;

/** More refused tries than this in the last minutes are a rush. */
const rush = 100;

export type Warnings = ReturnType<typeof openWarnings>;

type Deps = {
  config: LiveParts;
  database: Pick<Database, 'db'>;
  invitations: Pick<InvitationCodesOptions, 'defaultLoginDigest' | 'defaultRegistrationDigest'>;
  liveSettings: LiveSettings;
  refused: RefusedTries;
  log: Log;
  now: () => number;
};

export const warningKinds = [
  'codes-stopped',
  'default-code',
  'code-low',
  'code-ends',
  'batch-ends',
  'refused-tries',
  'ignored-setting',
] as const satisfies Warning['kind'][];

/** What needs an operator's attention: asked for by the console, logged once, and counted for the metrics. */
export function openWarnings(deps: Deps) {
  const { database, log, now } = deps;
  const { db } = database;
  const told = new Map<string, Warning['kind']>();
  let counts = countsOf([]);

  async function current(): Promise<Warning[]> {
    const at = now();
    const refusedCount = deps.refused.inLastMinutes();
    return [
      ...(deps.config.settings.codesStopped ? [{ kind: 'codes-stopped' as const }] : []),
      ...(await closedDefaults(deps, at)),
      ...(await codesRunningLow(db, at)).map((code) => ({ kind: 'code-low' as const, ...code })),
      ...(await codesEnding(db, at)).map((code) => ({ kind: 'code-ends' as const, ...code })),
      ...(await batchesEnding(db, at)).map((batch) => ({ kind: 'batch-ends' as const, ...batch })),
      ...(refusedCount > rush
        ? [{ kind: 'refused-tries' as const, count: refusedCount, minutes: deps.refused.minutes }]
        : []),
      ...deps.liveSettings.ignored().map((each) => ({ kind: 'ignored-setting' as const, ...each })),
    ];
  }

  /** Logs a warning when it begins, not each minute. Ids only: a label can name people. */
  async function look(): Promise<void> {
    const warnings = await current();
    counts = countsOf(warnings);
    const keys = new Set(warnings.map(keyOf));
    for (const key of told.keys()) if (!keys.has(key)) told.delete(key);
    for (const warning of warnings) {
      // A stored setting is logged where it is read.
      if (told.has(keyOf(warning)) || warning.kind === 'ignored-setting') continue;
      told.set(keyOf(warning), warning.kind);
      const details = Object.entries(warning).filter(([name]) => name !== 'label');
      if (warning.kind === 'default-code')
        log(`the default ${warning.code} code does not work at the moment`, {}, 'warn');
      else log('operators should look at this', Object.fromEntries(details), 'warn');
    }
  }

  return {
    current,
    look,
    /** How many there were at the last look, by kind. */
    counts: () => counts,
    /** Returns a function that stops it. */
    start: () =>
      repeat(lookEveryMs, look, (error) => log('warnings could not be read', traceOf(error), 'warn')),
  };
}

async function closedDefaults({ config, database: { db }, invitations }: Deps, at: number) {
  const digests = {
    login: invitations.defaultLoginDigest,
    registration: invitations.defaultRegistrationDigest,
  };
  const isUsed = {
    login: config.settings.loginCodes === 'enabled',
    registration:
      config.settings.registration === 'enabled' && config.settings.registrationCodes === 'required',
  };
  const closed: Warning[] = [];
  for (const code of ['login', 'registration'] as const) {
    const digest = await digests[code]();
    if (digest !== null && isUsed[code] && (await lookUp(db, digest, at)) !== code)
      closed.push({ kind: 'default-code', code });
  }
  return closed;
}

function countsOf(warnings: Warning[]): Record<Warning['kind'], number> {
  const counts = Object.fromEntries(warningKinds.map((kind) => [kind, 0])) as Record<Warning['kind'], number>;
  for (const { kind } of warnings) counts[kind]++;
  return counts;
}

function keyOf(warning: Warning): string {
  if (warning.kind === 'code-low' || warning.kind === 'code-ends') return `${warning.kind} ${warning.codeId}`;
  if (warning.kind === 'batch-ends') return `${warning.kind} ${warning.batch}`;
  if (warning.kind === 'default-code') return `${warning.kind} ${warning.code}`;
  return warning.kind === 'ignored-setting' ? `${warning.kind} ${warning.name}` : warning.kind;
}
