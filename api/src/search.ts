import * as z from 'zod';
import { base, ofChats } from './chats.ts';
import { filledText, time } from './fields.ts';
import { refusals, route } from './route.ts';

export const match = z.strictObject({
  chatId: z.string(),
  title: z.string(),
  messageId: z.string().nullable().meta({ description: 'Null, as the position is, for words in the title' }),
  position: z.int().nullable(),
  excerpt: z.string(),
  updatedAt: time,
});

export const searchChats = route({
  method: 'POST',
  base,
  path: '/search',
  about: 'Searches the titles and messages of the user. A second search of the same user ends the first.',
  body: z.strictObject({ text: filledText(200, 'a text') }),
  answers: {
    200: {
      contentType: 'application/x-ndjson',
      about:
        'One match per line, most recently used chat first, at most 100: `{ chatId, title, messageId, position, excerpt, updatedAt }`. The last line is `{ isComplete }`.',
    },
  },
  refuses: refusals(ofChats, { 429: ['TOO_MANY_STREAMS'] }),
});

export type Match = z.output<typeof match>;
