import { isAlive, isReady } from '@foyer/api/health';
import type { Database } from '@foyer/database';
import { isMigrated } from '@foyer/database/migrate';
import { Hono } from 'hono';
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
    return (await isMigrated(database)) ? null : 'migrations';
  } catch {
    return 'database';
  }
}

function after(ms: number): Promise<Missing> {
  return new Promise((resolve) => setTimeout(resolve, ms, 'database').unref());
}
