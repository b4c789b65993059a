import * as contract from '@foyer/api/replies';
import type { Database } from '@foyer/database';
import type { Limits, Refusal } from '@foyer/policy';
import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { hasChat } from '../chats/chats.ts';
import { charactersIn } from '../chats/messages.ts';
import { refuse } from '../http/errors.ts';
import { serveRoute } from '../http/serve-route.ts';
import type { TimeSlices } from '../http/time-slices.ts';
import type { NoteModelCalls } from '../models/model-calls.ts';
import type { OpenStreams } from '../rate-limits/open-streams.ts';
import type { WithKeys } from '../users/person.ts';
import { continueReply, retryQuestion, sendMessage } from './question/kinds.ts';
import type { AskInput, AskResult } from './question/question.ts';
import type { Replies } from './replies.ts';
import { streamReply } from './stream-reply.ts';

type Deps = {
  database: Pick<Database, 'atomically' | 'reads'>;
  limits: Limits;
  replies: Replies;
  modelFor: AskInput['modelFor'];
  streams: OpenStreams;
  slices: TimeSlices;
  noteModelCalls: NoteModelCalls;
  now: () => number;
  /** The pause after which a heartbeat is sent, in milliseconds: proxies close silent connections. Default: 15,000. */
  heartbeatMs?: number | undefined;
};

/** How long a response waits for the model to say that the question is too long, in milliseconds. Later the stream says so. */
const refusalMs = 2000;

type OfReplies = WithKeys & { Bindings: HttpBindings };

export function replyRoutes({
  database,
  limits,
  replies,
  modelFor,
  streams,
  slices,
  noteModelCalls,
  now,
  heartbeatMs = 15_000,
}: Deps) {
  const { reads } = database;
  const asking = (c: Context<OfReplies>, chatId: string) => {
    const { person, keys } = c.var;
    return { person, keys, chatId, limits, modelFor, now: now(), noteModelCalls, slices };
  };
  // Before the question is saved: a refused request must leave nothing.
  const oneStream = createMiddleware<OfReplies>(async (c, next) =>
    streams.claimFor(c) ? next() : refuse(c, 429, 'TOO_MANY_STREAMS'),
  );
  const answer = async (c: Context, asked: AskResult) => {
    if (!('refusal' in asked)) {
      const reply = replies.begin(asked, asked.model);
      const refusal = await reply.refusal(refusalMs);
      return refusal ? refuse(c, 400, refusal) : streamReply(reply, heartbeatMs);
    }
    const { refusal, waitMs } = asked;
    if (waitMs !== undefined) c.header('Retry-After', String(Math.ceil(waitMs / 1000)));
    return refuse(c, statusOf(refusal), refusal);
  };

  const app = new Hono<OfReplies>();

  serveRoute(app, contract.sendMessage, oneStream, async (c) => {
    const message = c.req.valid('json');
    if (charactersIn(message.text) > limits.messageCharacters) return refuse(c, 400, 'MESSAGE_TOO_LONG');
    const question = { ...asking(c, c.req.valid('param').id), message };
    return answer(c, await sendMessage(database, question));
  });

  serveRoute(app, contract.retryQuestion, oneStream, async (c) => {
    const { last } = c.req.valid('json');
    return answer(c, await retryQuestion(database, { ...asking(c, c.req.valid('param').id), last }));
  });

  serveRoute(app, contract.continueReply, oneStream, async (c) => {
    const { last } = c.req.valid('json');
    return answer(c, await continueReply(database, { ...asking(c, c.req.valid('param').id), last }));
  });

  serveRoute(app, contract.followReply, async (c) => {
    const { person } = c.var;
    const { id } = c.req.valid('param');
    if (!(await hasChat(reads, person.id, id))) return refuse(c, 404, 'CHAT_NOT_FOUND');
    const running = replies.of(person.id, id);
    if (!running) return c.body(null, 204);
    if (!streams.claimFor(c)) return refuse(c, 429, 'TOO_MANY_STREAMS');
    return streamReply(running, heartbeatMs);
  });

  serveRoute(app, contract.stopReply, async (c) => {
    const { person } = c.var;
    const { id } = c.req.valid('param');
    if (!(await hasChat(reads, person.id, id))) return refuse(c, 404, 'CHAT_NOT_FOUND');
    await replies.stop(person.id, id);
    return c.body(null, 204);
  });

  return app;
}

const tooMany: Refusal[] = ['TOO_MANY_MESSAGES', 'MODEL_CALLS_SPENT', 'MESSAGES_SPENT', 'BUDGET_SPENT'];

function statusOf(refusal: Refusal) {
  if (tooMany.includes(refusal)) return 429;
  if (refusal === 'CHAT_NOT_FOUND') return 404;
  if (refusal === 'MESSAGE_TOO_LONG_FOR_MODEL') return 400;
  return refusal === 'NOT_SIGNED_IN' ? 401 : 409;
}
