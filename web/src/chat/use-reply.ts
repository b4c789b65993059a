import './jitless.ts';
import { useChat } from '@ai-sdk/react';
import { DefaultChatTransport, type UIMessage } from 'ai';
import { useEffect, useRef, useState } from 'react';
import { api, type Chat, type Message, type Problem, problemOf } from '../api.ts';
import { newId } from './new-id.ts';

export type ChatMessage = UIMessage<NonNullable<Message['metadata']>>;

type Options = {
  chat: Pick<Chat, 'id' | 'messages' | 'isReplying'>;
  /** The server refused the message before it kept it: the text goes back to its writer. */
  onRefused: (text: string) => void;
  /** A reply has begun or ended. */
  onChange: () => void;
  onSignedOut: () => void;
};

/** How often a dropped reply is looked for, in milliseconds. */
const lookAgainMs = 2000;

/** The messages of one chat and the reply that is being written. The only place that knows the AI SDK. */
export function useReply({ chat, onRefused, onChange, onSignedOut }: Options) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [wasDropped, setDropped] = useState(false);
  const isStopping = useRef(false);
  const sent = useRef<{ id: string; text: string } | null>(null);

  const { messages, setMessages, status, ...conversation } = useChat<ChatMessage>({
    id: chat.id,
    messages: chat.messages,
    transport,
    generateId: newId,
    resume: chat.isReplying,
    throttle: 50,
    onError: (error) => fail(problemIn(error)),
    onFinish: ({ message, isDisconnect }) => {
      if (isStopping.current) markStopped(message.id);
      isStopping.current = false;
      sent.current = null;
      if (isDisconnect) setDropped(true);
      onChange();
    },
  });
  const isReplying = status === 'submitted' || status === 'streaming';

  useEffect(() => {
    if (!wasDropped) return;
    const look = () => void pickUp();
    const timer = setInterval(look, lookAgainMs);
    window.addEventListener('online', look);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', look);
    };
  });

  return { messages, isReplying, problem, send, stop, retry };

  async function send(text: string) {
    begin();
    const id = newId();
    sent.current = { id, text };
    await conversation.sendMessage({ id, role: 'user', parts: [{ type: 'text', text }] });
  }

  async function stop() {
    isStopping.current = true;
    const answer = await api.stopReply(chat.id);
    if (!answer.problem) return;
    isStopping.current = false;
    fail(answer.problem);
  }

  /** Asks again; a question that never reached the server is sent again, a reply that still runs is picked up. */
  async function retry() {
    const question = messages.findLast((message) => message.role === 'user');
    if (!question) return;
    if (!problem) return conversation.regenerate();
    const answer = await api.chat(chat.id);
    const kept = answer.value?.messages ?? [];
    if (answer.problem && answer.problem.code !== 'CHAT_NOT_FOUND') return fail(answer.problem);
    begin();
    if (!kept.some((message) => message.id === question.id)) {
      return conversation.sendMessage({ text: textOf(question), messageId: question.id });
    }
    if (answer.value?.isReplying) return conversation.resumeStream();
    if (kept.at(-1)?.metadata?.status === 'complete' && kept.at(-1)?.role === 'assistant') {
      return setMessages(kept);
    }
    return conversation.regenerate();
  }

  /** Follows a reply whose line broke: it may still run, or have ended meanwhile. */
  async function pickUp() {
    const { value } = await api.chat(chat.id);
    if (!value) return;
    begin();
    setMessages(value.messages);
    if (value.isReplying) await conversation.resumeStream();
    else conversation.clearError();
  }

  function begin() {
    setProblem(null);
    setDropped(false);
  }

  function fail(met: Problem) {
    if (met.code === 'NOT_SIGNED_IN') onSignedOut();
    setProblem(met);
    const message = sent.current;
    if (!message || !isRefused(met)) return;
    setMessages((all) => all.filter(({ id }) => id !== message.id));
    onRefused(message.text);
  }

  function markStopped(id: string) {
    setMessages((all) =>
      all.map((message) =>
        message.id === id ? { ...message, metadata: { ...message.metadata, status: 'stopped' } } : message,
      ),
    );
  }
}

export function textOf(message: ChatMessage): string {
  return message.parts.map((part) => (part.type === 'text' ? part.text : '')).join('');
}

const transport = new DefaultChatTransport<ChatMessage>({
  prepareSendMessagesRequest: ({ id, messages, trigger }) => {
    const last = messages.at(-1);
    if (trigger === 'regenerate-message' || !last) return { api: `/api/chats/${id}/retry`, body: {} };
    return { api: `/api/chats/${id}/messages`, body: { id: last.id, text: textOf(last) } };
  },
  prepareReconnectToStreamRequest: ({ id }) => ({ api: `/api/chats/${id}/reply` }),
  fetch: async (input, init) => {
    const response = await fetch(input, init);
    if (!response.ok) throw new Error('The server said no', { cause: await problemOf(response) });
    return response;
  },
});

function problemIn(error: Error): Problem {
  if (isProblem(error.cause)) return error.cause;
  if (error.message === 'MODEL_FAILED') return { code: 'MODEL_FAILED', retryAfterSeconds: 0 };
  return { code: error instanceof TypeError ? 'OFFLINE' : 'BROKEN', retryAfterSeconds: 0 };
}

function isProblem(cause: unknown): cause is Problem {
  return typeof cause === 'object' && cause !== null && 'code' in cause && 'retryAfterSeconds' in cause;
}

/** Whether the server decided not to take the message, so that no retry of it can help. */
function isRefused({ code }: Problem): boolean {
  return code !== 'OFFLINE' && code !== 'BROKEN' && code !== 'MODEL_FAILED';
}
