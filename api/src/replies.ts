import * as z from 'zod';
import { base, inChat, ofOneChat } from './chats.ts';
import { clientId, messageText, nothing } from './fields.ts';
import { refusals, route } from './route.ts';

const stream = {
  contentType: 'text/event-stream',
  about:
    'The UI message stream of the AI SDK, from the start of the reply. If the model fails, it ends with an `error` part `MODEL_FAILED`, after a part `data-retry-after` if the model says when to try again. Thoughts of the model are `reasoning` parts. A text part that ends with `providerMetadata.foyer.isThought` has turned out to be thoughts. If the model says after two seconds that a question is too long for it, the `error` part is `MESSAGE_TOO_LONG_FOR_MODEL`, and the question is taken back.',
};

const one = { params: inChat, unknown: 'CHAT_NOT_FOUND' } as const;
const asking = refusals(ofOneChat, {
  409: ['REPLY_RUNNING', 'NOTHING_TO_RETRY', 'CHAT_FULL', 'STORAGE_SPENT'],
  429: ['TOO_MANY_MESSAGES', 'MODEL_CALLS_SPENT', 'MESSAGES_SPENT', 'BUDGET_SPENT', 'TOO_MANY_STREAMS'],
});

export const sendMessage = route({
  ...one,
  method: 'POST',
  base,
  path: '/:id/messages',
  about:
    'Sends a message and streams the reply. The first message creates the chat. A repeated message id creates no second message: it is answered again if it is the chat’s last message with the same text.',
  body: z.strictObject({
    id: clientId,
    text: messageText.trim().min(1, 'a text is expected'),
  }),
  answers: { 200: stream },
  refuses: refusals(asking, {
    400: ['MESSAGE_TOO_LONG', 'MESSAGE_TOO_LONG_FOR_MODEL'],
    409: ['TOO_MANY_CHATS'],
  }),
});

export const retryQuestion = route({
  ...one,
  method: 'POST',
  base,
  path: '/:id/retry',
  about: 'Answers the last question again. `last` is the id of the last message that the user has seen.',
  body: z.strictObject({ last: clientId.optional() }),
  answers: { 200: stream },
  refuses: refusals(asking, { 400: ['MESSAGE_TOO_LONG_FOR_MODEL'], 409: ['CHAT_MOVED_ON'] }),
});

export const continueReply = route({
  ...one,
  method: 'POST',
  base,
  path: '/:id/continue',
  about:
    'Continues a reply whose `ending` is `length`: the same message grows. `last` is its id; it must be the last message of the chat. Costs a model call, but no message. A reply of 100,000 characters grows no more. The stream has only the new words.',
  body: z.strictObject({ last: clientId }),
  answers: { 200: stream },
  refuses: refusals(ofOneChat, {
    400: ['MESSAGE_TOO_LONG_FOR_MODEL'],
    409: ['REPLY_RUNNING', 'NOTHING_TO_RETRY', 'CHAT_MOVED_ON', 'STORAGE_SPENT'],
    429: ['MODEL_CALLS_SPENT', 'MESSAGES_SPENT', 'BUDGET_SPENT', 'TOO_MANY_STREAMS'],
  }),
});

export const followReply = route({
  ...one,
  method: 'GET',
  base,
  path: '/:id/reply',
  about: 'The running reply from its start. 204 when none is running on this server.',
  answers: { 200: stream, 204: null },
  refuses: refusals(ofOneChat, { 429: ['TOO_MANY_STREAMS'] }),
});

export const stopReply = route({
  ...one,
  method: 'POST',
  base,
  path: '/:id/stop',
  about: 'Stops the running reply. The written part stays.',
  body: nothing,
  answers: { 204: null },
  refuses: ofOneChat,
});
