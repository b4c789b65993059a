import { DefaultChatTransport, type UIMessage } from 'ai';
import type { Message } from '../../api/chats.ts';
import { type Problem, problemOf } from '../../api/problem.ts';

export type ChatMessage = UIMessage<NonNullable<Message['metadata']>>;

/** Connects the AI SDK to our routes, for one chat. */
export function createReplyTransport() {
  let answered: Promise<Response | null> = Promise.resolve(null);
  const transport = new DefaultChatTransport<ChatMessage>({
    prepareSendMessagesRequest: ({ id, messages, trigger, body = {} }) => {
      const last = messages.at(-1);
      if (trigger === 'regenerate-message' || !last) return { api: `/api/chats/${id}/retry`, body };
      return { api: `/api/chats/${id}/messages`, body: { id: last.id, text: textOf(last) } };
    },
    prepareReconnectToStreamRequest: ({ id }) => ({ api: `/api/chats/${id}/reply` }),
    fetch: (input, init) => {
      const response = ask(input, init);
      answered = response.catch(() => null);
      return response;
    },
  });
  return {
    transport,
    /** The server's response to the last request; null when there was none. */
    answered: () => answered,
  };
}

export function textOf(message: ChatMessage): string {
  return message.parts.map((part) => (part.type === 'text' ? part.text : '')).join('');
}

export function problemIn(error: Error): Problem {
  if (isProblem(error.cause)) return error.cause;
  if (error.message === 'MODEL_FAILED') return { code: 'MODEL_FAILED', retryAfterSeconds: 0 };
  return { code: error instanceof TypeError ? 'OFFLINE' : 'BROKEN', retryAfterSeconds: 0 };
}

async function ask(...request: Parameters<typeof fetch>): Promise<Response> {
  const response = await fetch(...request);
  if (!response.ok) throw new Error('The server said no', { cause: await problemOf(response) });
  return response;
}

function isProblem(cause: unknown): cause is Problem {
  return typeof cause === 'object' && cause !== null && 'code' in cause && 'retryAfterSeconds' in cause;
}

/** True when the server refused the message: sending it again cannot help. */
export function isRefused({ code }: Problem): boolean {
  return code !== 'OFFLINE' && code !== 'BROKEN' && code !== 'MODEL_FAILED';
}
