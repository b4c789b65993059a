import { openDatabase } from '@foyer/database';
import { serve } from '@hono/node-server';
import { betterAuth } from 'better-auth';
import { getMigrations } from 'better-auth/db/migration';
import { anonymous } from 'better-auth/plugins';
import { Hono } from 'hono';
import { freePort } from '../../testing/database/database.ts';
import { startInChildProcess } from '../measure/child-process.ts';

type Asked = { url: string; transaction: boolean };

/** Better Auth with only its anonymous plugin. Returns its URL. */
export const startBetterAuth = startInChildProcess(
  import.meta.url,
  async ({ url, transaction }: Asked): Promise<string> => {
    const { db, kind } = openDatabase(url);
    const port = await freePort();
    const origin = `http://127.0.0.1:${port}`;
    const options = {
      baseURL: origin,
      secret: 'a secret of the peer, as long as ours',
      database: { db, type: kind, transaction },
      rateLimit: { enabled: false },
      telemetry: { enabled: false },
      plugins: [anonymous()],
    };
    await (await getMigrations(options)).runMigrations();
    const auth = betterAuth(options);
    const app = new Hono().all('/api/auth/*', (c) => auth.handler(c.req.raw));
    await new Promise<void>((resolve) =>
      serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, () => resolve()),
    );
    return origin;
  },
);
