import { useChat } from '@ai-sdk/react';
import { useEffect, useRef, useState } from 'react';
import { type Chat, chatApi, type Message } from '../../api/chats.ts';
import { isSessionError, type Problem } from '../../api/problem.ts';
import { useLatest } from '../../ui/use-latest.ts';
import { newId } from '../new-id.ts';
import { type ChatMessage, createReplyTransport, isRefused, problemIn, textOf } from './reply-transport.ts';

type Options = {
  chat: Pick<Chat, 'id' | 'messages' | 'isReplying'>;
  /** The server refused the message before it kept it: the text goes back to its writer. */
  onRefused: (text: string) => void;
  /** The server has taken the message, or has ended its reply. */
  onKept: () => void;
  onSignedOut: () => void;
};

/** How often a dropped reply is looked for, in milliseconds. */
const lookAgainMs = 2000;

/** The messages of one chat and the reply that is being written. Only this and its transport know the AI SDK. */
export function useReply({ chat, onRefused, onKept, onSignedOut }: Options) {
  const [problem, setProblem] = useState<Problem | null>(null);
  // A reply that was being written when the page was loaded is picked up like one whose line broke.
  const [isLost, setLost] = useState(chat.isReplying);
  const [isRetrying, setRetrying] = useState(false);
  const [line] = useState(createReplyTransport);
  const failure = useRef<Problem | null>(null);
  const isResuming = useRef(false);
  const sent = useRef<{ id: string; text: string } | null>(null);

  const { messages, setMessages, status, ...conversation } = useChat<ChatMessage>({
    id: chat.id,
    messages: chat.messages,
    transport: line.transport,
    generateId: newId,
    throttle: 50,
    onError: (error) => fail(problemIn(error)),
    onFinish: () => {
      sent.current = null;
      if (!failure.current || failure.current.code === 'MODEL_FAILED') onKept();
    },
  });
  const latest = useLatest({ resume, onKept, status });

  useEffect(() => {
    if (status === 'streaming') latest.current.onKept();
  }, [status, latest]);

  useEffect(() => {
    if (!isLost) return;
    const look = () => void latest.current.resume();
    look();
    const timer = setInterval(look, lookAgainMs);
    window.addEventListener('online', look);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', look);
    };
  }, [isLost, latest]);

  const isReplying = status === 'submitted' || status === 'streaming' || isLost || isRetrying;
  return { messages, isReplying, problem, send, stop, retry, clearProblem: () => setProblem(null) };

  async function send(text: string) {
    begin();
    const id = newId();
    sent.current = { id, text };
    await conversation.sendMessage({ id, role: 'user', parts: [{ type: 'text', text }] });
  }

  async function stop() {
    // The server knows of a reply to stop only once it has begun to answer.
    await line.answered();
    const { problem: met } = await chatApi.stopReply(chat.id);
    // A chat that the server does not have has no reply either.
    if (met && met.code !== 'CHAT_NOT_FOUND') setProblem(met);
  }

  async function retry() {
    if (isLost) return resume();
    const question = messages.findLast((message) => message.role === 'user');
    if (!question || isReplying) return;
    setRetrying(true);
    await (problem ? recover(question) : answerAgain(messages));
    setRetrying(false);
  }

  /** A question that never reached the server is sent again; a reply that still runs or has ended is picked up. */
  async function recover(question: ChatMessage) {
    begin();
    const { value, problem: met } = await chatApi.load(chat.id);
    if (met && met.code !== 'CHAT_NOT_FOUND') return fail(met);
    if (!value?.messages.some(({ id }) => id === question.id)) {
      return conversation.sendMessage({ text: textOf(question), messageId: question.id });
    }
    if (value.isReplying || isAnswered(value.messages)) return adopt(value);
    return answerAgain(value.messages);
  }

  /** The server replaces nothing that is not among the messages that are shown. */
  function answerAgain(seen: ChatMessage[]) {
    return conversation.regenerate({ body: { last: seen.at(-1)?.id } });
  }

  /** Follows a reply whose line broke: it may still run, here or on another server, or have ended meanwhile. */
  async function resume() {
    if (isResuming.current) return;
    isResuming.current = true;
    const { value, problem: met } = await chatApi.load(chat.id);
    if (value) await adopt(value);
    else if (met.code === 'OFFLINE' || met.code === 'BROKEN') fail(met);
    else {
      setLost(false);
      fail(met);
    }
    isResuming.current = false;
  }

  async function adopt(kept: Chat) {
    failure.current = null;
    setProblem(null);
    setMessages(kept.messages);
    if (!kept.isReplying) {
      conversation.clearError();
      return setLost(false);
    }
    await conversation.resumeStream();
    // A line that broke again leaves the reply lost, and so does a server that does not write it: it is looked for again.
    const isElsewhere = (await line.answered())?.status === 204;
    if (failure.current === null) setLost(isElsewhere);
  }

  function begin() {
    failure.current = null;
    setProblem(null);
    setLost(false);
  }

  function fail(met: Problem) {
    failure.current = met;
    // Another tab has asked or answered since: the person sees what is there, and may ask again.
    if (met.code === 'CHAT_MOVED_ON') return void resume();
    if (isSessionError(met)) onSignedOut();
    // A line that breaks in the middle is first picked up again; only then is it a problem.
    if (met.code === 'OFFLINE' && latest.current.status === 'streaming') return setLost(true);
    setProblem(met);
    const message = sent.current;
    if (!message || !isRefused(met)) return;
    setMessages((all) => all.filter(({ id }) => id !== message.id));
    onRefused(message.text);
  }
}

function isAnswered(messages: Message[]): boolean {
  const last = messages.at(-1);
  return last?.role === 'assistant' && last.metadata?.status === 'complete';
}
