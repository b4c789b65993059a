import { DefaultChatTransport, type TextUIPart, type UIMessage } from 'ai';
import type { Message } from '../../../api/chats.ts';
import { type Problem, problemOf } from '../../../api/problem.ts';

type Metadata = NonNullable<Message['metadata']>;

/** `ending` is null when a continued reply has an ordinary end. */
export type ChatMessage = UIMessage<
  Omit<Metadata, 'ending'> & { ending?: Metadata['ending'] | null },
  { 'retry-after': { seconds: number } }
>;

/** Connects the AI SDK to our routes, for one chat. */
export function createReplyTransport() {
  let answered: Promise<Response | null> = Promise.resolve(null);
  const transport = new DefaultChatTransport<ChatMessage>({
    prepareSendMessagesRequest: ({ id, messages, trigger, body = {} }) => {
      const last = messages.at(-1);
      if (trigger === 'submit-message' && last?.role === 'assistant')
        return { api: `/api/chats/${id}/continue`, body: { last: last.id } };
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
  return message.parts.map((part) => (part.type === 'text' && !isRetracted(part) ? part.text : '')).join('');
}

export function thoughtsOf(message: ChatMessage): string {
  const thoughts = message.parts.map((part) =>
    part.type === 'reasoning' || (part.type === 'text' && isRetracted(part)) ? part.text : '',
  );
  return thoughts.join('').trim();
}

/** A text that has turned out to be reasoning: the model only marked its end. */
function isRetracted({ providerMetadata }: TextUIPart): boolean {
  return providerMetadata?.foyer?.isThought === true;
}

/** @param retryAfterSeconds how long the model asks to wait, or 0 */
export function problemIn(error: Error, retryAfterSeconds: number): Problem {
  if (isProblem(error.cause)) return error.cause;
  if (error.message === 'MODEL_FAILED')
    return { code: retryAfterSeconds > 0 ? 'MODEL_BUSY' : 'MODEL_FAILED', retryAfterSeconds };
  if (error.message === 'MESSAGE_TOO_LONG_FOR_MODEL') return { code: error.message, retryAfterSeconds: 0 };
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
  return code !== 'OFFLINE' && code !== 'BROKEN' && code !== 'MODEL_FAILED' && code !== 'MODEL_BUSY';
}
