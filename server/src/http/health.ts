import { isAlive, isReady } from '@foyer/api/health';
import type { Database } from '@foyer/database';
import { isMigrated } from '@foyer/database/migrate';
import { Hono } from 'hono';
import { sql } from 'kysely';
import { serveRoute } from './serve-route.ts';

const databaseTimeoutMs = 2000;

type Missing = 'closing' | 'database' | 'migrations';

type Deps = {
  database: Pick<Database, 'db' | 'kind' | 'events'>;
  isClosing: () => boolean;
  timeoutMs?: number;
};

/** `/healthz`: the process lives. `/readyz`: it can serve users. */
export function healthRoutes({ database, isClosing, timeoutMs = databaseTimeoutMs }: Deps) {
  const missing = async (): Promise<Missing | null> => {
    if (isClosing()) return 'closing';
    const found = await Promise.race([missingIn(database), after(timeoutMs)]);
    return isClosing() ? 'closing' : found;
  };

  const app = new Hono();
  serveRoute(app, isAlive, (c) => c.text('ok'));
  serveRoute(app, isReady, async (c) => {
    const part = await missing();
    c.header('Cache-Control', 'no-store');
    return part ? c.text(`not ready: ${part}`, 503) : c.text('ok');
  });
  return app;
}

async function missingIn(database: Deps['database']): Promise<Missing | null> {
  try {
    if (!(await isMigrated(database))) return 'migrations';
    return (await takesWrites(database)) ? null : 'database';
  } catch {
    return 'database';
  }
}

/** A PostgreSQL replica, or a primary that was replaced, can only be read. */
async function takesWrites({ db, kind, events }: Deps['database']): Promise<boolean> {
  if (kind === 'sqlite') return true;
  const { rows } = await sql<{ isReadOnly: string }>`
    select current_setting('transaction_read_only') as "isReadOnly"`.execute(db);
  const isReadOnly = rows[0]?.isReadOnly !== 'off';
  if (isReadOnly) events.emit('readOnly');
  return !isReadOnly;
}

function after(ms: number): Promise<Missing> {
  return new Promise((resolve) => setTimeout(resolve, ms, 'database').unref());
}
