import * as contract from '@foyer/api/operator/settings';
import { Hono } from 'hono';
import { refuse } from '../http/errors.ts';
import { serveRoute } from '../http/serve-route.ts';
import { changeSettings, problemOfChanges, trimmed, withChanges } from '../live-settings/change-settings.ts';
import { readStored } from '../live-settings/stored-settings.ts';
import type { Operating } from '../operators/guard.ts';
import type { Parts } from '../parts.ts';
import { listSettings } from './list-settings.ts';
import { warningsOf } from './warnings-of-change.ts';

type Deps = Pick<Parts, 'config' | 'database' | 'codeKeys' | 'liveSettings' | 'now'>;

export function settingRoutes({ config, database: { db }, codeKeys: keys, liveSettings, now }: Deps) {
  const app = new Hono<Operating>();

  serveRoute(app, contract.getSettings, async (c) => {
    const stored = await readStored(db, keys);
    return c.json({ version: stored.version, settings: listSettings(config.live, stored) });
  });

  serveRoute(app, contract.changeSettings, async (c) => {
    const { version, changes: given, dryRun = false } = c.req.valid('json');
    const changes = trimmed(given);
    const problem = problemOfChanges(config, changes);
    if (problem)
      return refuse(c, problem.refusal === 'INVALID_INPUT' ? 400 : 409, problem.refusal, problem.message);
    const stored = await readStored(db, keys);
    const next = config.live.preview(withChanges(stored.values, changes));
    const warnings = await warningsOf({ db, keys, now: now() }, next, changes);
    if (dryRun) {
      if (stored.version !== version) return refuse(c, 409, 'CHANGED_MEANWHILE');
      return c.json({ version, warnings });
    }
    const how = { actor: c.get('actor'), now: now() };
    const changed = await changeSettings({ db, keys, config }, { version, changes }, how);
    if ('refusal' in changed) return refuse(c, 409, changed.refusal, changed.message);
    await liveSettings.refresh();
    return c.json({ version: changed.version, warnings });
  });

  return app;
}
