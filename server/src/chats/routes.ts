import type { Database } from '@foyer/database';
import type { Limits, Refusal } from '@foyer/policy';
import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { validator } from 'hono/validator';
import * as z from 'zod';
import { refuse } from '../http/errors.ts';
import { body, clientId, plainText } from '../http/input.ts';
import type { NoteModelCalls } from '../models/model-calls.ts';
import type { Model } from '../models/open-model.ts';
import { openStreams } from '../rate-limits/open-streams.ts';
import { type Asked, retryQuestion, sendMessage } from '../replies/ask.ts';
import type { Replies } from '../replies/replies.ts';
import { streamReply } from '../replies/stream-reply.ts';
import { openSearches } from '../search/open-searches.ts';
import { searchChats } from '../search/search.ts';
import { streamMatches } from '../search/stream-search.ts';
import { timeSlices } from '../search/time-slices.ts';
import type { WithKeys } from '../users/person.ts';
import { chatOf, chatsOf, deleteChat, hasChat, renameChat } from './chats.ts';
import { charactersIn, conversationIn, toUIMessage } from './messages.ts';

type Parts = {
  database: Pick<Database, 'db' | 'reads'>;
  limits: Limits;
  replies: Replies;
  model: Model;
  noteModelCalls?: NoteModelCalls;
  /** Told what has broken off an answer that had begun. */
  report?: (error: unknown) => void;
  now?: () => number;
  /** How long a stream is quiet before a sign of life, in milliseconds: proxies cut quiet lines. */
  heartbeatMs?: number;
};

type OfChats = WithKeys & { Bindings: HttpBindings };
type InChat = { in: { param: { id: string } }; out: { param: { id: string } } };

const longestTitle = 200;

const newTitle = plainText(1000)
  .trim()
  .min(1, 'a title is expected')
  .refine((title) => [...title].length <= longestTitle, `at most ${longestTitle} characters are expected`);

/** Twice the most characters that the settings allow: each is up to two UTF-16 units. */
const mostMessageUnits = 200_000;

const newMessage = z.object({
  id: clientId,
  text: plainText(mostMessageUnits).trim().min(1, 'a text is expected'),
});

const mostSearchedCharacters = 200;

const searched = plainText(1000)
  .trim()
  .min(1, 'a text is expected')
  .refine(
    (text) => [...text].length <= mostSearchedCharacters,
    `at most ${mostSearchedCharacters} characters are expected`,
  );

const retried = z.object({ last: clientId.optional() });

const nothing = z.object({});

/** The id in the path; one that is none names no chat. */
const chatId = validator('param', ({ id }, c) => {
  const result = clientId.safeParse(id);
  return result.success ? { id: result.data } : refuse(c, 404, 'CHAT_NOT_FOUND');
});

/** The chats of whoever is signed in, their messages and the replies. */
export function chatRoutes({
  database,
  limits,
  replies,
  model,
  noteModelCalls = () => {},
  report = () => {},
  now = Date.now,
  heartbeatMs = 15_000,
}: Parts) {
  const { db, reads } = database;
  const streams = openStreams({ perPerson: limits.streamsPerPerson });
  const searches = openSearches();
  const slices = timeSlices();
  const asking = (c: Context<OfChats, string, InChat>) => {
    const { id: chatId } = c.req.valid('param');
    const { person, keys } = c.var;
    return { person, keys, chatId, limits, now: now(), noteModelCalls };
  };
  const ownerIn = ({ var: { person, keys } }: Context<OfChats>) => ({ userId: person.id, keys });
  /** Takes a place for the stream of this answer, until its connection is done with it. */
  const claimStream = ({ var: { person }, env: { outgoing } }: Context<OfChats>): boolean => {
    const leave = streams.claim(person.id);
    if (leave && outgoing.destroyed) leave();
    else if (leave) outgoing.once('close', leave);
    return leave !== null;
  };
  // Before the question is kept: one that is refused must leave nothing.
  const oneStream = createMiddleware<OfChats>(async (c, next) =>
    claimStream(c) ? next() : refuse(c, 429, 'TOO_MANY_STREAMS'),
  );
  const answer = (c: Context, asked: Asked) => {
    if (!('refusal' in asked)) return streamReply(replies.begin(asked, model), heartbeatMs);
    const { refusal, waitMs } = asked;
    if (waitMs !== undefined) c.header('Retry-After', String(Math.ceil(waitMs / 1000)));
    return refuse(c, statusOf(refusal), refusal);
  };

  return (
    new Hono<OfChats>()
      .get('/', async (c) => c.json(await chatsOf(db, ownerIn(c))))

      // By POST: the words must not be in an address, which proxies log.
      .post('/search', body(z.object({ text: searched })), (c) => {
        const owner = ownerIn(c);
        const search = searches.begin(owner.userId, () => streams.claim(owner.userId));
        if (!search) return refuse(c, 429, 'TOO_MANY_STREAMS');
        const { signal, end } = search;
        const { outgoing } = c.env;
        if (outgoing.destroyed) end();
        else outgoing.once('close', end);
        const { text } = c.req.valid('json');
        return streamMatches(searchChats(db, { ...owner, text, slices, signal }), { end, report });
      })

      .get('/:id', chatId, async (c) => {
        const { id } = c.req.valid('param');
        const chat = await chatOf(reads, ownerIn(c), id);
        if (!chat) return refuse(c, 404, 'CHAT_NOT_FOUND');
        const { messages, isReplying } = await conversationIn(db, c.var.keys, id, now());
        return c.json({ ...chat, isReplying, messages: messages.map(toUIMessage) });
      })

      .patch('/:id', chatId, body(z.object({ title: newTitle })), async (c) => {
        const renamed = { id: c.req.valid('param').id, title: c.req.valid('json').title };
        const chat = await renameChat(db, ownerIn(c), renamed);
        return chat ? c.json(chat) : refuse(c, 404, 'CHAT_NOT_FOUND');
      })

      .delete('/:id', chatId, async (c) => {
        const { person } = c.var;
        const { id } = c.req.valid('param');
        if (!(await hasChat(reads, person.id, id))) return refuse(c, 404, 'CHAT_NOT_FOUND');
        await replies.stop(person.id, id);
        await deleteChat(db, person.id, id);
        return c.body(null, 204);
      })

      .post('/:id/messages', chatId, body(newMessage), oneStream, async (c) => {
        const message = c.req.valid('json');
        if (charactersIn(message.text) > limits.messageCharacters) return refuse(c, 400, 'MESSAGE_TOO_LONG');
        return answer(c, await sendMessage(database, { ...asking(c), message }));
      })

      .post('/:id/retry', chatId, body(retried), oneStream, async (c) => {
        const { last } = c.req.valid('json');
        return answer(c, await retryQuestion(database, { ...asking(c), last }));
      })

      .get('/:id/reply', chatId, async (c) => {
        const { person } = c.var;
        const { id } = c.req.valid('param');
        if (!(await hasChat(reads, person.id, id))) return refuse(c, 404, 'CHAT_NOT_FOUND');
        const running = replies.of(person.id, id);
        if (!running) return c.body(null, 204);
        if (!claimStream(c)) return refuse(c, 429, 'TOO_MANY_STREAMS');
        return streamReply(running, heartbeatMs);
      })

      .post('/:id/stop', chatId, body(nothing), async (c) => {
        const { person } = c.var;
        const { id } = c.req.valid('param');
        if (!(await hasChat(reads, person.id, id))) return refuse(c, 404, 'CHAT_NOT_FOUND');
        await replies.stop(person.id, id);
        return c.body(null, 204);
      })
  );
}

function statusOf(refusal: Refusal) {
  if (refusal === 'TOO_MANY_MESSAGES' || refusal === 'MODEL_CALLS_SPENT') return 429;
  if (refusal === 'CHAT_NOT_FOUND') return 404;
  return refusal === 'NOT_SIGNED_IN' ? 401 : 409;
}
