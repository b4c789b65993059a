import { isAlive, isReady } from '@foyer/api/health';
import type { Database } from '@foyer/database';
import { isMigrated } from '@foyer/database/migrate';
import { Hono } from 'hono';
import { sql } from 'kysely';
import { serveRoute } from './serve-route.ts';

/** How long the database may take to answer whoever asks whether the server is ready, in milliseconds. */
const databaseTimeoutMs = 2000;

/** What is not ready yet, or not any more. */
type Missing = 'closing' | 'database' | 'migrations';

type Parts = {
  database: Pick<Database, 'db' | 'kind'>;
  isClosing: () => boolean;
  timeoutMs?: number;
};

/** For whoever watches the server: `/healthz` while it lives, `/readyz` while it can serve people. */
export function healthRoutes({ database, isClosing, timeoutMs = databaseTimeoutMs }: Parts) {
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

async function missingIn(database: Parts['database']): Promise<Missing | null> {
  try {
    if (!(await isMigrated(database))) return 'migrations';
    return (await takesWrites(database)) ? null : 'database';
  } catch {
    return 'database';
  }
}

/** A replica of PostgreSQL, and a primary that was replaced, can be read only. */
async function takesWrites({ db, kind }: Parts['database']): Promise<boolean> {
  if (kind === 'sqlite') return true;
  const { rows } = await sql<{ isReadOnly: string }>`
    select current_setting('transaction_read_only') as "isReadOnly"`.execute(db);
  return rows[0]?.isReadOnly === 'off';
}

function after(ms: number): Promise<Missing> {
  return new Promise((resolve) => setTimeout(resolve, ms, 'database').unref());
}
