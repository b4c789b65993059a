import * as z from 'zod';
import { plainText, time } from '../fields.ts';
import { everywhere, refusals, route } from '../route.ts';
import { codeKind, codeState } from './code-shapes.ts';

const base = '/api/room';

/** For operators, and with the header `Room-Key` for a person without an account. */
const ofRoom = refusals(everywhere, {
  401: ['NOT_SIGNED_IN'],
  404: ['CODE_NOT_FOUND'],
  429: ['TOO_MANY_STREAMS'],
});

export const roomCounts = z.strictObject({
  state: codeState,
  isStopped: z.boolean().meta({ description: 'An operator has stopped all codes' }),
  peopleIn: z.int().meta({ description: 'Guests who are in; of a registration code: accounts created' }),
  places: z.int().meta({ description: '`peopleAtOnce`, else how many uses the code has in all' }),
  placesLeft: z.int(),
  validUntil: time,
});

export const room = roomCounts.extend({
  code: z.string(),
  kind: codeKind,
  link: z.string(),
  /** Of the address, to type. */
  host: z.string(),
  brandName: z.string(),
  assistantName: z.string().nullable(),
  note: z.string().nullable(),
  language: z.string().nullable(),
  validFrom: time,
  timeZone: z.string(),
});

const inRoom = z.object({ id: plainText(100) });

export const getRoom = route({
  method: 'GET',
  base,
  path: '/:id',
  about: 'What a room screen shows. Needs an operator’s session, or the header `Room-Key`.',
  params: inRoom,
  unknown: 'CODE_NOT_FOUND',
  answers: { 200: room },
  refuses: ofRoom,
});

export const watchRoom = route({
  method: 'GET',
  base,
  path: '/:id/events',
  about: 'The counts as server-sent events `counts`, within a second of each change.',
  params: inRoom,
  unknown: 'CODE_NOT_FOUND',
  answers: { 200: { contentType: 'text/event-stream', about: 'Its data is the counts of a room, as JSON.' } },
  refuses: ofRoom,
});
