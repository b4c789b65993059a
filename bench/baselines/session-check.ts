import { createHmac, timingSafeEqual } from 'node:crypto';
import { devNull } from 'node:os';
import { DatabaseSync } from 'node:sqlite';
import { deriveKey } from '@foyer/invitation-codes/seal';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { type RequestIdVariables, requestId } from 'hono/request-id';
import { secureHeaders } from 'hono/secure-headers';
import pg from 'pg';
import pino from 'pino';
import { freePort } from '../../testing/database/database.ts';
import { startInChildProcess } from '../measure/child-process.ts';
import { secret } from '../measure/foyer.ts';

type Person = { id: string; email: string; expiresAt: Date | string };

/** A server with Foyer's database, log line and headers that only checks a session. Returns its URL. */
export const startSessionCheck = startInChildProcess(
  import.meta.url,
  async ({ url }: { url: string }): Promise<string> => {
    const key = deriveKey(secret, 'sessions').export().toString('base64url');
    const find = url.startsWith('sqlite:') ? findOnSqlite(url.slice('sqlite:'.length)) : findOnPostgres(url);
    const log = pino({ base: undefined }, pino.destination({ dest: devNull, sync: true }));
    const app = new Hono<{ Variables: RequestIdVariables }>();
    app.use(requestId({ headerName: '' }), secureHeaders(), async (c, next) => {
      const begun = performance.now();
      await next();
      const { status } = c.res;
      log.info({
        requestId: c.get('requestId'),
        method: c.req.method,
        status,
        ms: performance.now() - begun,
      });
    });
    app.get('/api/access', async (c) => {
      const token = signedToken(getCookie(c, 'foyer.session_token') ?? '', key);
      const person = token && (await find(token));
      if (!person || new Date(person.expiresAt) < new Date()) return c.json({ code: 'NOT_SIGNED_IN' }, 401);
      return c.json({ id: person.id, email: person.email });
    });
    const port = await freePort();
    await new Promise<void>((resolve) =>
      serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, () => resolve()),
    );
    return `http://127.0.0.1:${port}`;
  },
);

/** The token in a cookie, if its signature is right. */
function signedToken(cookie: string, key: string): string | null {
  const [token = '', signature = ''] = cookie.split('.');
  const given = Buffer.from(signature, 'base64');
  const right = createHmac('sha256', key).update(token).digest();
  return given.length === right.length && timingSafeEqual(given, right) ? token : null;
}

const columns = '"user".id, "user".email, "session"."expiresAt"';
const from = '"session" join "user" on "user".id = "session"."userId"';

function findOnSqlite(file: string) {
  const select = new DatabaseSync(file, { readOnly: true }).prepare(
    `select ${columns} from ${from} where token = ?`,
  );
  return async (token: string) => select.get(token) as Person | undefined;
}

function findOnPostgres(url: string) {
  const pool = new pg.Pool({ connectionString: url, max: 20 });
  return async (token: string) => {
    const text = `select ${columns} from ${from} where token = $1`;
    const { rows } = await pool.query<Person>({ name: 'find', text, values: [token] });
    return rows[0];
  };
}
