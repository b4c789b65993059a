import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { encodeRow } from '@foyer/code-files/encoded-row';
import { writeBatch } from '@foyer/code-files/write-batch';
import type { Database } from '@foyer/database';
import { generate } from '@foyer/invitation-codes/code';
import { createCodes, type NewCode, selectCodes } from '@foyer/invitation-codes/codes';
import { type DataKeys, newDataKey, unwrap, wrap } from '@foyer/invitation-codes/data-keys';
import { readBrowserKey } from '@foyer/invitation-codes/key-cookie-value';
import { deriveKeys, digestOf, seal } from '@foyer/invitation-codes/seal';
import { sql } from 'kysely';
import { assemble } from '../../server/src/assemble.ts';
import { createChat } from '../../server/src/chats/chats.ts';
import { addMessage, sealMessage } from '../../server/src/chats/messages.ts';
import { readConfig } from '../../server/src/config/read-config.ts';
import { openInstallation } from '../../server/src/installation/installation.ts';
import { serve } from '../../server/src/main.ts';
import { assertKeepsContract } from '../contract.ts';
import { freePort } from '../database/database.ts';
import type { Issuer } from './issuer.ts';

export type Answer = { status: number; code: string | undefined; body: unknown; headers: Headers };

const secret = 'a secret of the tests, long enough';
const dayMs = 24 * 60 * 60 * 1000;

export type TestApp = Awaited<ReturnType<typeof startApp>>;
export type Visitor = ReturnType<typeof visitor>;

/**
 * Starts a real server for a test file: on a free port, in its own folder, with an adjustable clock.
 * @param url of the database
 * @param env settings
 */
export async function startApp(url: string, env: Record<string, string> = {}) {
  const root = await mkdtemp(join(tmpdir(), 'foyer-app-'));
  const port = env.PORT ? Number(env.PORT) : await freePort();
  const ordinary = { DATABASE_URL: url, SECRET: secret, PORT: String(port), NODE_ENV: 'production' };
  const all = { ...ordinary, TRUST_PROXY: '127.0.0.1', ...env };
  const config = readConfig(all, root);
  const here = `http://127.0.0.1:${port}`;
  const logged: string[] = [];
  let aheadMs = 0;
  let stoppedAt: number | undefined;
  const now = () => (stoppedAt ?? Date.now()) + aheadMs;
  const log = (event: string, details?: Record<string, unknown>) => {
    if (event !== 'request') logged.push(JSON.stringify({ event, ...details }));
  };
  const options = { pagesFolder: null, log, now, graceMs: 0 };
  const server = await serve(config, options);
  let closed: Promise<void> | undefined;
  const close = () => {
    closed ??= server.close({ atOnce: true });
    return closed;
  };
  const installation = await openInstallation(config);
  const { db } = installation.database;
  const end = async () => {
    await installation.close();
    await close();
    await rm(root, { recursive: true, force: true });
  };
  let ended: Promise<void> | undefined;
  const stop = () => {
    ended ??= end();
    return ended;
  };
  after(stop);

  return {
    origin: here,
    db,
    /** For tests that must not wait until the end of the suite. */
    stop,
    /** The parts of a second server on the same database, which does not listen. */
    parts: assemble(config, installation, options),
    /** Closes the server, but not the test's database. */
    close,
    /** Logged lines, except requests. */
    logged,
    /** For results that must not depend on the duration of the test. */
    stopClock: () => {
      stoppedAt = Date.now();
    },
    /** Moves the server's clock forward. */
    pass: (ms: number) => {
      aheadMs += ms;
    },
    /** A browser, by default with its own address. */
    visitor: (address = newAddress()) => visitor(here, address, config.publicUrl),
    /** By default a login code with one use that is valid now. */
    makeCode: async (terms: Partial<NewCode> = {}) => {
      const code = { ...anyCode(), ...terms };
      await createCodes(db, deriveKeys(secret), [{ ...code, remaining: terms.remaining ?? code.allowed }], {
        createdBy: 'create',
        now: Date.now(),
      });
      return code.code;
    },
    /** Changes a code of `makeCode` as an import does. */
    editCode: async (text: string, terms: Partial<NewCode>) => {
      const keys = deriveKeys(secret);
      const digest = digestOf(keys, text);
      const { code: _, ...code } = { ...anyCode(), label: text, ...terms };
      const row = { row: 1, digest, sealed: seal(keys, text, digest), ...code, remaining: code.allowed };
      const origin = { now: now(), batchId: null };
      await writeBatch(db, [{ encoded: encodeRow(row), action: 'change' }], {}, origin);
    },
    /** Creates a code with a random text. */
    makeGeneratedCode: async (terms: Partial<NewCode> = {}) => {
      const code = { ...anyCode(), ...terms, code: generate(randomBytes) };
      const made = { createdBy: 'create', now: Date.now(), isGenerated: true };
      await createCodes(db, deriveKeys(secret), [{ ...code, remaining: code.allowed }], made);
      return code.code;
    },
    /** Uses left and uses spent. */
    usesOf: async (label: string) => {
      const code = await selectCodes(db).where('label', '=', label).executeTakeFirstOrThrow();
      const redemptions = await db
        .selectFrom('redemption')
        .selectAll()
        .where('codeId', '=', code.id)
        .execute();
      return { remaining: code.remaining, redemptions: redemptions.length };
    },
    users: () => db.selectFrom('user').selectAll().execute(),
    /** A guest who entered with this code and has a chat with one message. Returns the text and the chat's id. */
    guestWithChat: async (code: string, text = 'What do herons eat?') => {
      const guest = visitor(here, newAddress(), config.publicUrl);
      const answer = await guest.enter(code);
      const { user } = answer.body as { user: { id: string } };
      return { guest, id: user.id, chat: await keepChat(db, user.id, text, guest) };
    },
  };
}

/** A valid code with its text as its label. */
export function anyCode(): NewCode {
  const code = `test-${randomBytes(8).toString('hex')}`;
  const validFrom = Date.now() - dayMs;
  const terms = { kind: 'login', allowed: 1, remaining: 1, requirement: 'NOT_AVAILABLE' } as const;
  return { ...terms, code, label: code, validFrom, validUntil: validFrom + 30 * dayMs };
}

/** The purpose of an OAuth round trip, and its route. */
type Wanted = { path?: string; [field: string]: unknown };

/** A user's data keys: a guest's from the browser, a member's created if missing. */
export async function keysOf(
  db: Database['db'],
  userId: string,
  browser?: Pick<Visitor, 'cookies'>,
): Promise<DataKeys> {
  const { dataKeys } = await db
    .selectFrom('user')
    .select('dataKeys')
    .where('id', '=', userId)
    .executeTakeFirstOrThrow();
  const cookie = browser?.cookies.get('foyer.key');
  const opener = { userId, secretKey: deriveKeys(secret).data, browserKey: readBrowserKey(cookie) };
  const made: DataKeys = [newDataKey()];
  const keys = dataKeys === null ? made : unwrap(dataKeys, opener);
  if (!keys) throw new Error('the keys of this person cannot be opened');
  if (dataKeys === null) {
    const kept = { dataKeys: wrap(keys, 'secret', opener) };
    await db.updateTable('user').set(kept).where('id', '=', userId).execute();
  }
  return keys;
}

/**
 * Stores a chat as it is after one message, without asking a model.
 * @param browser of a guest
 */
export async function keepChat(
  db: Database['db'],
  userId: string,
  text: string,
  browser?: Pick<Visitor, 'cookies'>,
): Promise<string> {
  const keys = await keysOf(db, userId, browser);
  const id = crypto.randomUUID();
  const now = Date.now();
  await createChat(db, { id, userId, keys, text, now }).execute();
  const message = { id: crypto.randomUUID(), position: 0, role: 'user', text } as const;
  const sealed = sealMessage(keys, id, { ...message, status: 'complete', createdAt: now });
  await addMessage(db, id, sealed).execute();
  return id;
}

/** A browser without a page: it keeps cookies and sends an Origin. */
export function visitor(here: string, address: string, origin = here) {
  const cookies = new Map<string, string>();

  async function ask(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(`${here}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        origin,
        'x-forwarded-for': address,
        ...(cookie && { cookie }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
    });
    for (const line of response.headers.getSetCookie()) keep(line);
    return response;
  }

  async function send(...request: Parameters<typeof ask>): Promise<Answer> {
    const response = await ask(...request);
    const text = await response.text();
    const [method, path] = request;
    assertKeepsContract({ method, path, status: response.status, text });
    const read = text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text;
    return { status: response.status, code: read.code, body: read, headers: response.headers };
  }

  async function setOut({ path = '/api/auth/sign-in/social', ...wanted }: Wanted = {}): Promise<string> {
    const answer = await send('POST', path, { provider: 'oidc-1', ...wanted });
    if (answer.status !== 200) throw new Error(`not let go: ${JSON.stringify(answer.body)}`);
    return (answer.body as { url: string }).url;
  }

  async function comeBack(back: string): Promise<string> {
    return landed(await send('GET', back.slice(here.length)));
  }

  function keep(line: string) {
    const [pair = ''] = line.split(';');
    const [name = '', value = ''] = pair.split(/=(.*)/s);
    if (/max-age=0/i.test(line)) cookies.delete(name);
    else cookies.set(name, value);
  }

  return {
    here,
    send,
    cookies,
    get: (path: string) => send('GET', path),
    post: (path: string, body: unknown = {}) => send('POST', path, body),
    begin: (path: string, body: unknown = {}) => ask('POST', path, body),
    enter: (code: string, attemptId?: string) =>
      send('POST', '/api/auth/sign-in/invitation-code', { code, attemptId }),
    enterByDefault: (attemptId?: string) =>
      send('POST', '/api/auth/sign-in/invitation-code', { default: true, attemptId }),
    check: (code: string) => send('POST', '/api/auth/invitation-code/check', { code }),
    register: (email: string, invitationCode?: string, password = goodPassword) =>
      send('POST', '/api/auth/sign-up/email', { email, password, invitationCode }),
    login: (email: string, password = goodPassword, guestChats?: 'move' | 'erase') =>
      send('POST', '/api/auth/sign-in/email', { email, password, guestChats }),
    convert: (email: string, invitationCode?: string, password = goodPassword) =>
      send('POST', '/api/auth/invitation-code/convert', { email, password, invitationCode }),
    setOut,
    comeBack,
    /** A whole OAuth round trip as this subject. Returns the page at its end. */
    goTo: async (issuer: Pick<Issuer, 'letIn'>, subject: string, wanted: Wanted = {}): Promise<string> =>
      comeBack(await issuer.letIn(await setOut(wanted), subject)),
    verify: (token: string) => send('POST', '/api/auth/verify-email', { token }),
    resetPassword: (token: string, newPassword: string) =>
      send('POST', '/api/auth/reset-password', { token, newPassword }),
    /** With an id, logs out only that guest. */
    logOut: (guest?: string) => send('POST', '/api/auth/sign-out', { guest }),
    chats: () => send('GET', '/api/chats'),
  };
}

/** The target of a redirect. */
function landed({ headers }: Answer): string {
  return headers.get('location') ?? 'nowhere';
}

/** An unused address. */
export const newAddress = () => [10, ...randomBytes(3)].join('.');

/** A password that is accepted. */
export const goodPassword = 'quiet-harbour-lantern';

/** An unused email. */
export const newEmail = () => `${randomBytes(6).toString('hex')}@example.org`;

/** Makes the database refuse writes to a table, or the deletion of one row. Returns a function that repairs it. */
export async function breakTable(
  { db }: Pick<TestApp, 'db'>,
  kind: 'sqlite' | 'postgres',
  { verb, table, when }: { verb: 'insert' | 'delete'; table: string; when?: string },
): Promise<() => Promise<unknown>> {
  const [at, on] = [sql.raw(verb), sql.ref(table)];
  if (kind === 'sqlite') {
    const which = when === undefined ? sql`` : sql`when old.id = ${sql.lit(when)}`;
    await sql`create trigger broken before ${at} on ${on} ${which} begin select raise(abort, 'broken'); end`.execute(
      db,
    );
    return () => sql`drop trigger broken`.execute(db);
  }
  const body = sql.lit("begin raise exception 'broken'; end");
  await sql`create or replace function broken() returns trigger language plpgsql as ${body}`.execute(db);
  const which = when === undefined ? sql`` : sql`when (old.id = ${sql.lit(when)})`;
  await sql`create trigger broken before ${at} on ${on} for each row ${which} execute function broken()`.execute(
    db,
  );
  return () => sql`drop trigger broken on ${on}`.execute(db);
}
