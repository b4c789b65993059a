import type { Context } from '../../command.ts';
import { Failure } from '../../terminal/failure.ts';

const maxTries = 5;

/** Changes stored settings as they are now; null takes a stored value back. In force on running servers within two seconds. */
export async function changeStored(
  { config, open, now }: Pick<Context, 'config' | 'open' | 'now'>,
  changes: Record<string, string | null>,
): Promise<void> {
  const { changeSettings } = await import('@foyer/server/settings');
  const { versionOf } = await import('@foyer/server/stored-settings');
  const { command } = await import('@foyer/server/audit');
  const settings = config();
  await open(async ({ db, keys }) => {
    for (let tries = 1; ; tries++) {
      const wanted = { version: await versionOf(db), changes };
      const how = { actor: command, now };
      const changed = await changeSettings({ db, keys, config: settings }, wanted, how);
      if ('version' in changed) return;
      // Somebody changed another setting in this moment.
      if (changed.refusal === 'CHANGED_MEANWHILE' && tries < maxTries) continue;
      throw new Failure((changed.message ?? 'the settings are being changed').replace(/^changes\./, ''));
    }
  });
}
