import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Database } from '@foyer/database';
import { type DataKeys, newDataKey } from '@foyer/invitation-codes/data-keys';
import { defaultLimits, type Limits } from '@foyer/policy';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { chatRoutes } from '../../server/src/chats/routes.ts';
import { refuse } from '../../server/src/http/errors.ts';
import { timeSlices } from '../../server/src/http/time-slices.ts';
import type { NoteModelCalls } from '../../server/src/models/model-calls.ts';
import type { Model } from '../../server/src/models/open-model.ts';
import { openStreams } from '../../server/src/rate-limits/open-streams.ts';
import { openReplies } from '../../server/src/replies/replies.ts';
import { replyRoutes } from '../../server/src/replies/routes.ts';
import type { WritingDeps } from '../../server/src/replies/write-reply.ts';
import { searchRoutes } from '../../server/src/search/routes.ts';
import type { Person, WithKeys } from '../../server/src/users/person.ts';
import { personAt } from './person.ts';

export const testKeys: DataKeys = [newDataKey()];

export type ChatApp = Awaited<ReturnType<typeof startChatApp>>;

export type ChatOptions = {
  model: Model;
  limits?: Partial<Limits>;
  pace?: Partial<WritingDeps['pace']>;
  now?: () => number;
  heartbeatMs?: number;
  noteModelCalls?: NoteModelCalls;
  /** Replaces the database's. */
  reads?: Database['reads'];
};

/** The chat behind a real HTTP server, where a header names the user. */
export async function startChatApp(
  database: Pick<Database, 'db' | 'reads' | 'atomically'>,
  { model, limits, pace, now, heartbeatMs, noteModelCalls, reads = database.reads }: ChatOptions,
) {
  const { db } = database;
  const people = new Map<string, Person>();
  const bugs: unknown[] = [];
  const logged: { event: string; details: unknown }[] = [];
  const log = (event: string, details: unknown) => logged.push({ event, details });
  const replies = openReplies({ database, log, pace, ...(now && { now }) });
  const parts = {
    database: { ...database, reads },
    replies,
    modelFor: async () => model,
    assistants: { inForce: async () => null },
    limits: { ...defaultLimits, ...limits },
    stopReply: replies.stop,
    streams: openStreams({ perPerson: () => ({ ...defaultLimits, ...limits }).streamsPerPerson }),
    slices: timeSlices(),
    report: () => {},
    now: now ?? Date.now,
    noteModelCalls: noteModelCalls ?? (() => {}),
    heartbeatMs,
  };

  const app = new Hono<WithKeys>()
    .use(async (c, next) => {
      const person = people.get(c.req.header('x-person') ?? '');
      if (!person) return refuse(c, 401, 'NOT_SIGNED_IN');
      c.set('person', person);
      c.set('keys', testKeys);
      await next();
    })
    .route('/api/chats', chatRoutes(parts))
    .route('/api/chats', searchRoutes(parts))
    .route('/api/chats', replyRoutes(parts))
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
    const session = { id: 'unknown', createdAt: 0 };
    return admit({
      id,
      isGuest,
      email: isGuest ? null : email,
      mustVerify: false,
      dataKeys: null,
      endsAt: null,
      roomId: null,
      session,
    });
  };

  return {
    bugs,
    logged,
    replies,
    /** Logs in a user who is in the database already. */
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
