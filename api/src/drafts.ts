import * as z from 'zod';
import { ofOneChat } from './chats.ts';
import { clientId, messageText } from './fields.ts';
import { refusals, route } from './route.ts';

export const base = '/api/drafts';

const ofChat = z.object({ id: z.union([z.literal('new'), clientId]) });
const draft = z.strictObject({ text: messageText.meta({ description: 'Empty: there is none' }) });

export const getDraft = route({
  method: 'GET',
  base,
  path: '/:id',
  about:
    'What the person typed in this chat and did not send; `new`: in a chat that does not exist yet. A text from before the last question is no draft any more.',
  params: ofChat,
  unknown: 'CHAT_NOT_FOUND',
  answers: { 200: draft },
  refuses: ofOneChat,
});

export const putDraft = route({
  method: 'PUT',
  base,
  path: '/:id',
  about: 'Keeps a draft, sealed, in place of the former one. An empty text deletes it.',
  params: ofChat,
  unknown: 'CHAT_NOT_FOUND',
  body: draft,
  answers: { 204: null },
  refuses: refusals(ofOneChat, { 400: ['MESSAGE_TOO_LONG'] }),
});
