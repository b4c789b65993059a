import type * as contract from '@foyer/api/operator/room';
import type * as z from 'zod';
import { type AnswerOf, readBody, send } from './client.ts';
import type { Answer } from './problem.ts';

export type Room = AnswerOf<typeof contract.getRoom>;
export type Counts = z.output<typeof contract.roomCounts>;

/** A person without an account brings the key of a link. */
const headersOf = (key: string | null): Record<string, string> => (key ? { 'Room-Key': key } : {});

export const roomApi = {
  async get(id: string, key: string | null): Promise<Answer<Room>> {
    const answer = await send(`/api/room/${encodeURIComponent(id)}`, { headers: headersOf(key) });
    const { value: response, problem } = answer;
    return problem ? { problem } : readBody(() => response.json());
  },
  events: (id: string, key: string | null, signal: AbortSignal) =>
    send(`/api/room/${encodeURIComponent(id)}/events`, {
      headers: { Accept: 'text/event-stream', ...headersOf(key) },
      signal,
    }),
};
