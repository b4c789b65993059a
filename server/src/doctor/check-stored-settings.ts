import type { Database } from '@foyer/database';
import type { CodeKeys } from '@foyer/invitation-codes/seal';
import type { Config } from '../config/read-config.ts';
import { applyStored } from '../live-settings/stored-settings.ts';
import { about, type Finding } from './finding.ts';

const { ok, warning } = about('stored settings');

/** Puts what operators changed into the config: the checks after this one see what the servers see. */
export async function checkStoredSettings(
  config: Config,
  { db, keys }: { db: Database['db'] | null; keys: CodeKeys | null },
): Promise<Finding[]> {
  if (!db || !keys) return [];
  const { names, ignored } = await applyStored(config, db, keys);
  if (names.length === 0) return [];
  const inForce = names.filter((name) => !ignored.some((each) => each.name === name));
  const locked = inForce.filter((name) => config.live.given[name] !== undefined);
  const stopped = config.settings.codesStopped
    ? [warning('All codes are stopped: nobody comes in by one.', 'Run `./foyer codes resume`.')]
    : [];
  return [
    ok(`Operators have changed ${inForce.length}: ${inForce.join(', ') || 'none'}.`),
    ...stopped,
    ...locked.map((name) =>
      warning(`${name} is also set by the environment, which wins.`, 'Unset one of them.'),
    ),
    ...ignored.map(({ name, problem }) =>
      warning(`${name} is ignored: ${problem}.`, 'Change it in the console, or take it back there.'),
    ),
  ];
}
