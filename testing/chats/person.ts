import { randomUUID } from 'node:crypto';
import type { Person } from '../../server/src/users/person.ts';
import { assertKeepsContract } from '../contract.ts';
import { readReply } from './read-reply.ts';

type Request = {
  method?: string;
  body?: unknown;
  rawBody?: string;
  contentType?: string;
  signal?: AbortSignal;
};

export function personAt(address: string, person: Person) {
  const call = async (
    path: string,
    { method: asked, body, rawBody, contentType, signal }: Request = {},
  ): Promise<Response> => {
    const content = body === undefined ? rawBody : JSON.stringify(body);
    const method = asked ?? (content === undefined ? 'GET' : 'POST');
    const response = await fetch(`${address}${path}`, {
      method,
      headers: { 'x-person': person.id, 'Content-Type': contentType ?? 'application/json' },
      ...(content !== undefined && { body: content }),
      ...(signal && { signal }),
    });
    if (response.headers.get('content-type')?.startsWith('application/json')) {
      const text = await response.clone().text();
      assertKeepsContract({ method, path: `/api/chats${path}`, status: response.status, text });
    }
    return response;
  };
  const send = (
    chatId: string,
    text: string,
    { id: messageId = randomUUID() as string, signal = AbortSignal.timeout(20_000) } = {},
  ) => call(`/${chatId}/messages`, { body: { id: messageId, text }, signal });
  return {
    person,
    call,
    send,
    /** Sends a message and reads the whole reply. */
    ask: async (chatId: string, text: string) => readReply(await send(chatId, text)),
    /** @param last id of the last message that the user has seen */
    retry: (chatId: string, last?: string) => call(`/${chatId}/retry`, { body: { last } }),
    /** @param last id of the reply to continue */
    grow: (chatId: string, last: string) => call(`/${chatId}/continue`, { body: { last } }),
    stop: (chatId: string) => call(`/${chatId}/stop`, { body: {} }),
    reply: (chatId: string) => call(`/${chatId}/reply`),
    chats: async () => (await call('')).json() as Promise<{ id: string; title: string; updatedAt: number }[]>,
    chat: async (chatId: string) => (await call(`/${chatId}`)).json() as Promise<ChatAsSeen>,
  };
}

export type ChatAsSeen = {
  title: string;
  updatedAt: number;
  isReplying: boolean;
  messages: {
    id: string;
    role: string;
    parts: { type: string; text: string }[];
    metadata: { createdAt: number; status: string; ending?: string; leftOut?: number };
  }[];
};

/** One line for each message: role, status and text. */
export function linesOf({ messages }: ChatAsSeen): string[] {
  return messages.map(({ role, parts, metadata }) => `${role} ${metadata.status}: ${partOf(parts, 'text')}`);
}

/** The text or the thoughts of a message. */
export function partOf(parts: { type: string; text: string }[], type: 'text' | 'reasoning'): string {
  return parts
    .filter((part) => part.type === type)
    .map(({ text }) => text)
    .join('');
}

export async function refusalOf(
  response: Response,
): Promise<{ status: number; code: string; message: string }> {
  const { code, message } = (await response.json()) as { code: string; message: string };
  return { status: response.status, code, message };
}

/** Status and code of a refusal. */
export async function statusAndCode(response: Response): Promise<[number, string]> {
  const { status, code } = await refusalOf(response);
  return [status, code];
}

/** Sends a message until no other reply runs. Returns the final status. */
export async function sendUntil(
  person: ReturnType<typeof personAt>,
  chatId: () => string,
  text = 'Hello',
): Promise<number> {
  while (true) {
    const response = await person.send(chatId(), text);
    const body = await response.text();
    if (!body.includes('"REPLY_RUNNING"')) return response.status;
  }
}

/** How often each status occurred. */
export function countsOf(statuses: number[]): Record<number, number> {
  return Object.fromEntries(
    [...Map.groupBy(statuses, (status) => status)].map(([status, all]) => [status, all.length]),
  );
}
