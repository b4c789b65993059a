import * as z from 'zod';
import { assistantOnPages } from './access.ts';
import { clientId, filledText, time } from './fields.ts';
import { refusals, route, signedIn } from './route.ts';

export const base = '/api/chats';

/** Only a person whose email is confirmed, and whose browser has the key, can read or write chats. */
export const ofChats = refusals(signedIn, { 403: ['EMAIL_NOT_VERIFIED'], 409: ['KEY_GONE', 'ROOM_FULL'] });
export const ofOneChat = refusals(ofChats, { 404: ['CHAT_NOT_FOUND'] });
export const inChat = z.object({ id: clientId });

export const chatEntry = z.strictObject({ id: clientId, title: z.string(), updatedAt: time });

export const replyEnding = z.enum(['length', 'filter', 'refusal', 'tools', 'thinking']).meta({
  description:
    'Only where the model did not come to an ordinary end. length: the reply is as long as the model may write, and can be continued. filter: a filter of the model ended it. refusal: the model declined. tools: the model called a tool that it does not have. thinking: only thoughts came, no text',
});

export const leftOut = z.int().min(1).meta({
  description: 'How many earlier messages the model did not get, because they do not fit into its window',
});

export const messageMetadata = z.strictObject({
  createdAt: time,
  status: z
    .enum(['complete', 'stopped', 'interrupted', 'failed'])
    .meta({ description: 'interrupted: the server, or the line to the model, broke' }),
  ending: replyEnding.optional(),
  leftOut: leftOut.optional(),
});

export const message = z.strictObject({
  id: z.string(),
  role: z.enum(['user', 'assistant']),
  parts: z
    .array(z.strictObject({ type: z.enum(['reasoning', 'text']), text: z.string() }))
    .meta({ description: 'reasoning: the thoughts of the model before its reply. Never sent back to it' }),
  metadata: messageMetadata,
});

export const chat = chatEntry.extend({
  isReplying: z.boolean().meta({
    description: 'While true, the last message may be the beginning of the running reply, as interrupted',
  }),
  assistant: assistantOnPages.meta({
    description: 'Who answers in this chat: the assistant with which it began, while it exists',
  }),
  messages: z.array(message),
});

export const listChats = route({
  method: 'GET',
  base,
  path: '/',
  about: 'The chats of the user, most recently used first.',
  answers: { 200: z.array(chatEntry) },
  refuses: ofChats,
});

export const getChat = route({
  method: 'GET',
  base,
  path: '/:id',
  about: 'A chat with its messages. Other users’ chats do not exist.',
  params: inChat,
  unknown: 'CHAT_NOT_FOUND',
  answers: { 200: chat },
  refuses: ofOneChat,
});

export const renameChat = route({
  method: 'PATCH',
  base,
  path: '/:id',
  about: 'Renames a chat.',
  params: inChat,
  unknown: 'CHAT_NOT_FOUND',
  body: z.strictObject({ title: filledText(200, 'a title') }),
  answers: { 200: chatEntry },
  refuses: ofOneChat,
});

export const deleteChat = route({
  method: 'DELETE',
  base,
  path: '/:id',
  about: 'Deletes a chat: hidden at once, erased ten seconds later or at the logout.',
  params: inChat,
  unknown: 'CHAT_NOT_FOUND',
  answers: { 204: null },
  refuses: ofOneChat,
});

export const restoreChat = route({
  method: 'POST',
  base,
  path: '/:id/restore',
  about: 'Takes the deletion of a chat back, within ten seconds.',
  params: inChat,
  unknown: 'CHAT_NOT_FOUND',
  answers: { 200: chatEntry },
  refuses: refusals(ofOneChat, { 409: ['TOO_MANY_CHATS', 'STORAGE_SPENT'] }),
});

export type ChatEntry = z.output<typeof chatEntry>;
export type Message = z.output<typeof message>;
export type MessageMetadata = z.output<typeof messageMetadata>;
export type Chat = z.output<typeof chat>;
