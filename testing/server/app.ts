import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import type { Database } from '@foyer/database';
import { generate } from '@foyer/invitation-codes/code';
import { createCodes, type NewCode, selectCodes } from '@foyer/invitation-codes/codes';
import { type DataKeys, newDataKey, unwrap, wrap } from '@foyer/invitation-codes/data-keys';
import { readBrowserKey } from '@foyer/invitation-codes/guest-keys';
import { deriveKeys } from '@foyer/invitation-codes/seal';
import { sql } from 'kysely';
import { createChat } from '../../server/src/chats/chats.ts';
import { addMessage, sealMessage } from '../../server/src/chats/messages.ts';
import { readConfig } from '../../server/src/config/read-config.ts';
import { openInstallation } from '../../server/src/installation/installation.ts';
import { assemble, serve } from '../../server/src/main.ts';
import { assertKeepsContract } from '../contract.ts';
import { freePort } from '../database/database.ts';
import type { Issuer } from './issuer.ts';

/** An answer, with its body read. */
export type Answer = { status: number; code: string | undefined; body: unknown; headers: Headers };

const secret = 'a secret of the tests, long enough';
const dayMs = 24 * 60 * 60 * 1000;

export type TestApp = Awaited<ReturnType<typeof startApp>>;
export type Visitor = ReturnType<typeof visitor>;

/**
 * Starts a real server for a test file: on a free port, in a folder of its own, with a clock that can be moved.
 *
 * @param url where its database is
 * @param env settings, by their names
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
    /** Ends the server, where that must not wait for the end of the suite. */
    stop,
    /** The parts of a second server on the same database, which does not listen. */
    parts: assemble(config, installation, options),
    /** Closes the server, but not the database of the test. */
    close,
    /** What the server has logged but for its requests, one line an event. */
    logged,
    /** Stops the server's clock, for what must not depend on how long the test takes. */
    stopClock: () => {
      stoppedAt = Date.now();
    },
    /** Moves the server's clock ahead. */
    pass: (ms: number) => {
      aheadMs += ms;
    },
    /** Somebody with a browser; without an address, from one of their own. */
    visitor: (address = newAddress()) => visitor(here, address, config.publicUrl),
    /** Makes a code; without terms, a login code of one use that is valid now. */
    makeCode: async (terms: Partial<NewCode> = {}) => {
      const code = { ...anyCode(), ...terms };
      await createCodes(db, deriveKeys(secret), [{ ...code, remaining: terms.remaining ?? code.allowed }], {
        createdBy: 'create',
        now: Date.now(),
      });
      return code.code;
    },
    /** Makes a code whose text is drawn at random. */
    makeGeneratedCode: async (terms: Partial<NewCode> = {}) => {
      const code = { ...anyCode(), ...terms, code: generate(randomBytes) };
      const made = { createdBy: 'create', now: Date.now(), isGenerated: true };
      await createCodes(db, deriveKeys(secret), [{ ...code, remaining: code.allowed }], made);
      return code.code;
    },
    /** How many uses a code has left, and how many were spent. */
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
    /** A guest who has come by a code and has a chat with one message: what was said, and the chat's id. */
    guestWithChat: async (code: string, text = 'What do herons eat?') => {
      const guest = visitor(here, newAddress(), config.publicUrl);
      const answer = await guest.enter(code);
      const { user } = answer.body as { user: { id: string } };
      return { guest, id: user.id, chat: await keepChat(db, user.id, text, guest) };
    },
  };
}

/** A code with terms that admit now, and its text as its label. */
export function anyCode(): NewCode {
  const code = `test-${randomBytes(8).toString('hex')}`;
  const validFrom = Date.now() - dayMs;
  const terms = { kind: 'login', allowed: 1, remaining: 1, requirement: 'NOT_AVAILABLE' } as const;
  return { ...terms, code, label: code, validFrom, validUntil: validFrom + 30 * dayMs };
}

/** What somebody wants of a provider, and of which route. */
type Wanted = { path?: string; [field: string]: unknown };

/** The data keys of somebody: of a guest by what their browser holds; those of a member are made where there are none. */
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
 * Keeps a chat of somebody as it is after one message; no model is asked.
 *
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

/** A browser without a page: it keeps cookies, and says where it comes from. */
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

  /** Sets out for a provider: the address there. */
  async function setOut({ path = '/api/auth/sign-in/social', ...wanted }: Wanted = {}): Promise<string> {
    const answer = await send('POST', path, { provider: 'oidc-1', ...wanted });
    if (answer.status !== 200) throw new Error(`not let go: ${JSON.stringify(answer.body)}`);
    return (answer.body as { url: string }).url;
  }

  /** Comes back from a provider by the address to which it sends: where they land. */
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
    /** Posts, and leaves the answer to be heard as it comes. */
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
    /** Goes to a provider, which knows them by a name there, and comes back: where they land. */
    goTo: async (issuer: Pick<Issuer, 'letIn'>, subject: string, wanted: Wanted = {}): Promise<string> =>
      comeBack(await issuer.letIn(await setOut(wanted), subject)),
    verify: (token: string) => send('POST', '/api/auth/verify-email', { token }),
    resetPassword: (token: string, newPassword: string) =>
      send('POST', '/api/auth/reset-password', { token, newPassword }),
    /** Logs out whoever is in; with an id, that guest and nobody else. */
    logOut: (guest?: string) => send('POST', '/api/auth/sign-out', { guest }),
    chats: () => send('GET', '/api/chats'),
  };
}

/** Where an answer sends the browser. */
function landed({ headers }: Answer): string {
  return headers.get('location') ?? 'nowhere';
}

/** An address that nobody has come from yet. */
export const newAddress = () => [10, ...randomBytes(3)].join('.');

/** A password that is taken. */
export const goodPassword = 'quiet-harbour-lantern';

/** An e-mail that nobody has yet. */
export const newEmail = () => `${randomBytes(6).toString('hex')}@example.org`;

/**
 * Makes the database refuse to write to a table, or to delete one row of it, as a full disk or a broken one would.
 *
 * @returns what mends it
 */
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
