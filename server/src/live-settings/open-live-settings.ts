import type { Database } from '@foyer/database';
import type { CodeKeys } from '@foyer/invitation-codes/seal';
import type { Ignored, LiveConfig } from '../config/live.ts';
import { repeat } from '../installation/repeat.ts';
import { type Log, traceOf } from '../telemetry/log.ts';
import { readStored, type StoredSettings, versionOf } from './stored-settings.ts';

/** In milliseconds: a change is in force on every server after this time, and the time of a statement. */
const everyMs = 1000;

export type LiveSettings = ReturnType<typeof openLiveSettings>;

type Deps = {
  config: { live: LiveConfig };
  database: Pick<Database, 'db'>;
  keys: Pick<CodeKeys, 'seal'>;
  log: Log;
};

/** Puts what operators changed into the config, in place, and keeps it up to date. */
export function openLiveSettings({ config, database: { db }, keys, log }: Deps) {
  let known: number | null = null;
  let ignored: Ignored[] = [];

  function putInForce({ version, values, unreadable }: StoredSettings) {
    const former = new Set(ignored.map(({ name, problem }) => `${name} ${problem}`));
    ignored = [...unreadable, ...config.live.apply(values)];
    for (const { name, problem } of ignored)
      if (!former.has(`${name} ${problem}`))
        log('a stored setting is not valid any more, and is ignored', { name, problem }, 'warn');
    known = version;
  }

  /** Asks for the version only, unless it has changed. */
  async function refresh(): Promise<void> {
    if ((await versionOf(db)) !== known) putInForce(await readStored(db, keys));
  }

  return {
    refresh,
    /** Stored values that are not in force. */
    ignored: () => ignored,
    /** Returns a function that stops it. */
    start: () =>
      repeat(everyMs, refresh, (error) => log('stored settings could not be read', traceOf(error), 'warn')),
  };
}
