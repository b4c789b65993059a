import * as contract from '@foyer/api/chats';
import type { Database } from '@foyer/database';
import type { Limits } from '@foyer/policy';
import { Hono } from 'hono';
import { assistantOnPages } from '../assistants/assistant-on-pages.ts';
import type { Assistants } from '../assistants/open-assistants.ts';
import { refuse } from '../http/errors.ts';
import { serveRoute } from '../http/serve-route.ts';
import type { TimeSlices } from '../http/time-slices.ts';
import type { WithKeys } from '../users/person.ts';
import { chatOf, chatsOf, hasChat, renameChat } from './chats.ts';
import { hideChat, restoreChat } from './deleted-chats.ts';
import { conversationIn, toUIMessage } from './messages.ts';

type Deps = {
  database: Pick<Database, 'db' | 'reads'>;
  /** Works for a reply on any server. */
  stopReply: (userId: string, chatId: string) => Promise<void>;
  assistants: Pick<Assistants, 'inForce'>;
  limits: Pick<Limits, 'chatsPerPerson' | 'charactersPerPerson'>;
  now: () => number;
  slices: TimeSlices;
};

export function chatRoutes({ database: { db, reads }, stopReply, assistants, limits, now, slices }: Deps) {
  const app = new Hono<WithKeys>();

  serveRoute(app, contract.listChats, async (c) => {
    const { person, keys } = c.var;
    return c.json(await chatsOf(db, { userId: person.id, keys }, slices));
  });

  serveRoute(app, contract.getChat, async (c) => {
    const { person, keys } = c.var;
    const { id } = c.req.valid('param');
    const chat = await chatOf(reads, { userId: person.id, keys }, id);
    if (!chat) return refuse(c, 404, 'CHAT_NOT_FOUND');
    const { messages, isReplying } = await conversationIn(db, keys, id, { now: now(), slices });
    const assistant = assistantOnPages(await assistants.inForce(chat.assistant));
    return c.json({ ...chat, assistant, isReplying, messages: messages.map(toUIMessage) });
  });

  serveRoute(app, contract.renameChat, async (c) => {
    const { person, keys } = c.var;
    const renamed = { id: c.req.valid('param').id, title: c.req.valid('json').title };
    const chat = await renameChat(db, { userId: person.id, keys }, renamed);
    return chat ? c.json(chat) : refuse(c, 404, 'CHAT_NOT_FOUND');
  });

  serveRoute(app, contract.deleteChat, async (c) => {
    const { person } = c.var;
    const { id } = c.req.valid('param');
    if (!(await hasChat(reads, person.id, id))) return refuse(c, 404, 'CHAT_NOT_FOUND');
    await stopReply(person.id, id);
    await hideChat(db, person.id, id, now());
    return c.body(null, 204);
  });

  serveRoute(app, contract.restoreChat, async (c) => {
    const { person, keys } = c.var;
    const restored = await restoreChat(db, { userId: person.id, keys }, c.req.valid('param').id, limits);
    if (!('refusal' in restored)) return c.json(restored);
    return refuse(c, restored.refusal === 'CHAT_NOT_FOUND' ? 404 : 409, restored.refusal);
  });

  return app;
}
