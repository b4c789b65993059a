import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from '@foyer/database';
import { defaultLimits, type Limits } from '@foyer/policy';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Model } from '../models/open-model.ts';
import type { Person, SignedIn } from '../person.ts';
import { refuse } from '../refuse.ts';
import { openReplies } from './replies.ts';
import { chatRoutes } from './routes.ts';
import type { WritingParts } from './write-reply.ts';

export type ChatApp = Awaited<ReturnType<typeof startChatApp>>;

/** The end of a stream, as a client hears it. */
export type Heard = { text: string; messageId?: string; status?: string; error?: string };

type Options = { model: Model; limits?: Partial<Limits>; pace?: WritingParts['pace']; now?: () => number };

/** The chat behind a real HTTP server, where a header says who is signed in. */
export async function startChatApp({ db }: Pick<Database, 'db'>, { model, limits, pace, now }: Options) {
  const people = new Map<string, Person>();
  const bugs: unknown[] = [];
  const logged: { event: string; details: unknown }[] = [];
  const log = (event: string, details: unknown) => logged.push({ event, details });
  const replies = openReplies({ db, log, ...(pace && { pace }), ...(now && { now }) });
  const parts = { db, replies, model, limits: { ...defaultLimits, ...limits }, ...(now && { now }) };

  const app = new Hono<SignedIn>()
    .use(async (c, next) => {
      const person = people.get(c.req.header('x-person') ?? '');
      if (!person) return refuse(c, 401, 'NOT_SIGNED_IN');
      c.set('person', person);
      await next();
    })
    .route('/api/chats', chatRoutes(parts))
    .onError((error, c) => {
      if (error instanceof HTTPException) return error.getResponse();
      bugs.push(error);
      return c.text('bug', 500);
    });
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }) as Server;
  if (!server.listening) await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  const admit = (person: Person) => {
    people.set(person.id, person);
    return personAt(`http://127.0.0.1:${port}/api/chats`, person);
  };
  const enter = async (isGuest: boolean) => {
    const id = randomUUID();
    const email = `${id}@example.org`;
    const at = new Date(0);
    const row = { id, name: '', email, emailVerified: false, isGuest, createdAt: at, updatedAt: at };
    await db
      .insertInto('user')
      .values({ ...row, ...(isGuest && { lastSeenAt: 0 }) })
      .execute();
    return admit({ id, isGuest, email: isGuest ? null : email });
  };

  return {
    bugs,
    logged,
    replies,
    /** Lets somebody in who is in the database already. */
    admit,
    enterAsGuest: () => enter(true),
    enterAsMember: () => enter(false),
    close: async () => {
      await replies.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** What a person does, by HTTP. */
function personAt(address: string, person: Person) {
  const call = (path: string, init: { method?: string; body?: unknown; signal?: AbortSignal } = {}) =>
    fetch(`${address}${path}`, {
      method: init.method ?? (init.body === undefined ? 'GET' : 'POST'),
      headers: { 'x-person': person.id, 'Content-Type': 'application/json' },
      ...(init.body !== undefined && { body: JSON.stringify(init.body) }),
      ...(init.signal && { signal: init.signal }),
    });
  const send = (
    chatId: string,
    text: string,
    { id: messageId = randomUUID() as string, signal = AbortSignal.timeout(20_000) } = {},
  ) => call(`/${chatId}/messages`, { body: { id: messageId, text }, signal });
  return {
    person,
    call,
    send,
    /** Sends a message and hears the reply to its end. */
    ask: async (chatId: string, text: string) => hear(await send(chatId, text)),
    retry: (chatId: string) => call(`/${chatId}/retry`, { body: {} }),
    stop: (chatId: string) => call(`/${chatId}/stop`, { body: {} }),
    reply: (chatId: string) => call(`/${chatId}/reply`),
    chats: async () => (await call('')).json() as Promise<{ id: string; title: string; updatedAt: number }[]>,
    chat: async (chatId: string) => (await call(`/${chatId}`)).json() as Promise<ChatAsSeen>,
  };
}

export type ChatAsSeen = {
  title: string;
  updatedAt: number;
  isReplying: boolean;
  messages: {
    id: string;
    role: string;
    parts: { type: string; text: string }[];
    metadata: { createdAt: number; status: string };
  }[];
};

/** Each message of a chat on one line: who, how it ended, and what. */
export function linesOf({ messages }: ChatAsSeen): string[] {
  return messages.map(({ role, parts, metadata }) => `${role} ${metadata.status}: ${parts[0]?.text}`);
}

/** Hears a stream to its end. */
export async function hear(response: Response): Promise<Heard> {
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
  const heard: Heard = { text: '' };
  for (const line of (await response.text()).split('\n')) {
    if (!line.startsWith('data: {')) continue;
    const part = JSON.parse(line.slice('data: '.length));
    if (part.type === 'text-delta') heard.text += part.delta;
    if (part.type === 'start') heard.messageId = part.messageId;
    if (part.type === 'message-metadata') heard.status = part.messageMetadata.status;
    if (part.type === 'error') heard.error = part.errorText;
  }
  return heard;
}

/** Hears a stream until it has said something, then leaves. */
export async function hearBeginning(response: Response): Promise<void> {
  if (!response.body) throw new Error('nothing to hear');
  let heard = '';
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    heard += chunk;
    if (heard.includes('text-delta')) return;
  }
}

/** Waits until something holds; gives up after a while. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 15_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('it never held');
    await wait(5);
  }
}
