import { useChat } from '@ai-sdk/react';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { type Chat, chatApi } from '../../../api/chats.ts';
import { createMachine } from '../../../machine.ts';
import { useLatest } from '../../../ui/hooks/use-latest.ts';
import { newId } from '../../new-id.ts';
import { type ReplyWorld, runReplyEffect } from './reply-effects.ts';
import { reduceReply } from './reply-reducer.ts';
import {
  initialReply,
  isReplying,
  type ReplyEffect,
  type ReplyEvent,
  type ReplyState,
  type Shown,
} from './reply-state.ts';
import { type ChatMessage, createReplyTransport, problemIn } from './reply-transport.ts';

export type Reply = ReturnType<typeof useReply>;

type Options = Pick<ReplyWorld, 'onRefused' | 'onSaved' | 'onSignedOut'> & {
  chat: Pick<Chat, 'id' | 'messages' | 'isReplying'>;
};

/** How often a lost reply is looked for, in milliseconds. */
const lookAgainMs = 2000;
/** How long a question waits before it is sent again, in milliseconds: with a network, and without one. */
const [pauseMs, maxOfflineMs] = [3000, 30_000];

/** The messages of one chat and the reply that is being written. Only this and its transport know the AI SDK. */
export function useReply({ chat, ...callbacks }: Options) {
  const [line] = useState(createReplyTransport);
  const retryAfterSeconds = useRef(0);
  const { messages, setMessages, status, ...conversation } = useChat<ChatMessage>({
    id: chat.id,
    messages: chat.messages,
    transport: line.transport,
    generateId: newId,
    throttle: 50,
    onData: (part) => {
      if (part.type === 'data-retry-after') retryAfterSeconds.current = part.data.seconds;
    },
    onError: (error) => {
      const problem = problemIn(error, retryAfterSeconds.current);
      retryAfterSeconds.current = 0;
      void machine.dispatch({ type: 'failed', problem });
    },
    onFinish: () => void machine.dispatch({ type: 'finished' }),
  });
  const world: ReplyWorld = {
    ...callbacks,
    send: ({ id, text }) => conversation.sendMessage({ id, role: 'user', parts: [{ type: 'text', text }] }),
    sendAgain: ({ id, text }) => conversation.sendMessage({ text, messageId: id }),
    // Without a message, the SDK asks for more of the last one.
    grow: () => conversation.sendMessage(),
    answerAgain: (last) => conversation.regenerate({ body: { last } }),
    follow: conversation.resumeStream,
    lastStatus: async () => (await line.answered())?.status,
    load: () => chatApi.load(chat.id),
    pause: untilBackOnline,
    show: setMessages,
    remove: (messageId) => setMessages((all) => all.filter(({ id }) => id !== messageId)),
    clearError: conversation.clearError,
  };
  const machine = useReplyMachine(chat.isReplying, { status, messages }, world);
  const { problem, isLost } = useSyncExternalStore(machine.subscribe, machine.current);
  const latest = useLatest(world);

  useEffect(() => {
    if (status === 'streaming') latest.current.onSaved();
  }, [status, latest]);

  useEffect(() => {
    if (!isLost) return;
    const look = () => void machine.dispatch({ type: 'resume-wanted' });
    look();
    const timer = setInterval(look, lookAgainMs);
    window.addEventListener('online', look);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', look);
    };
  }, [isLost, machine]);

  async function stop() {
    // Before the server has begun to answer, it has no reply to stop.
    await line.answered();
    const { problem = null } = await chatApi.stopReply(chat.id);
    await machine.dispatch({ type: 'stop-answered', problem });
  }

  return {
    messages,
    isReplying: isReplying(machine.current(), status),
    problem,
    send: (text: string) => machine.dispatch({ type: 'sent', id: newId(), text }),
    stop,
    retry: () => machine.dispatch({ type: 'retry-wanted' }),
    grow: () => machine.dispatch({ type: 'growth-wanted' }),
    clearProblem: () => void machine.dispatch({ type: 'problem-cleared' }),
  };
}

function untilBackOnline(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(end, navigator.onLine ? pauseMs : maxOfflineMs);
    window.addEventListener('online', end);
    function end() {
      clearTimeout(timer);
      window.removeEventListener('online', end);
      resolve();
    }
  });
}

/** Its effects use the functions of the latest rendering. */
function useReplyMachine(wasReplying: boolean, shown: Shown, world: ReplyWorld) {
  const latest = useLatest({ shown, world });
  const [machine] = useState(() =>
    createMachine<ReplyState, ReplyEvent, ReplyEffect>(
      initialReply(wasReplying),
      (state, event) => reduceReply(state, event, latest.current.shown),
      (effect) => runReplyEffect(effect, latest.current.world),
    ),
  );
  return machine;
}
