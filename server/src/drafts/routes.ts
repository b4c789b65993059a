import * as contract from '@foyer/api/drafts';
import type { Database } from '@foyer/database';
import type { Limits } from '@foyer/policy';
import { type Context, Hono } from 'hono';
import { hasChat } from '../chats/chats.ts';
import { charactersIn } from '../chats/messages.ts';
import { refuse } from '../http/errors.ts';
import { serveRoute } from '../http/serve-route.ts';
import type { WithKeys } from '../users/person.ts';
import { draftOf, keepDraft } from './drafts.ts';

type Deps = {
  database: Pick<Database, 'db' | 'reads'>;
  limits: Pick<Limits, 'messageCharacters'>;
  now: () => number;
};

export function draftRoutes({ database: { db, reads }, limits, now }: Deps) {
  const app = new Hono<WithKeys>();
  const placeOf = (c: Context<WithKeys>, id: string) => ({
    userId: c.var.person.id,
    keys: c.var.keys,
    chatId: id === 'new' ? null : id,
  });

  serveRoute(app, contract.getDraft, async (c) => {
    const place = placeOf(c, c.req.valid('param').id);
    const { userId, chatId } = place;
    if (chatId !== null && !(await hasChat(reads, userId, chatId))) return refuse(c, 404, 'CHAT_NOT_FOUND');
    return c.json({ text: await draftOf(db, place) });
  });

  serveRoute(app, contract.putDraft, async (c) => {
    const { text } = c.req.valid('json');
    if (charactersIn(text) > limits.messageCharacters) return refuse(c, 400, 'MESSAGE_TOO_LONG');
    const isKept = await keepDraft(db, placeOf(c, c.req.valid('param').id), { text, now: now() });
    return isKept ? c.body(null, 204) : refuse(c, 404, 'CHAT_NOT_FOUND');
  });

  return app;
}
