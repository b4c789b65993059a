import type { Chat, Message } from '../../../api/chats.ts';
import { type Answer, isSessionError, type Problem } from '../../../api/problem.ts';
import {
  isReplying,
  type Purpose,
  type ReplyEffect,
  type ReplyEvent,
  type ReplyState,
  type ReplyTransition,
  type Shown,
} from './reply-state.ts';
import { type ChatMessage, isRefused, textOf } from './reply-transport.ts';

/** The next state of the reply after an event, and its effects. */
export function reduceReply(state: ReplyState, event: ReplyEvent, shown: Shown): ReplyTransition {
  switch (event.type) {
    case 'sent': {
      const { id, text } = event;
      return { state: { ...begin(state), sent: { id, text } }, effects: [{ type: 'send', id, text }] };
    }
    case 'stop-answered':
      // A chat that the server does not have has no reply either.
      if (!event.problem || event.problem.code === 'CHAT_NOT_FOUND') return unchanged(state);
      return unchanged({ ...state, problem: event.problem });
    case 'retry-wanted':
      return retry(state, shown);
    case 'growth-wanted':
      if (isReplying(state, shown.status)) return unchanged(state);
      return { state: begin(state), effects: [{ type: 'grow' }] };
    case 'resume-wanted':
      return resume(state);
    case 'loaded':
      return event.purpose === 'retry'
        ? recover(state, event.answer, shown)
        : pickUp(state, event.answer, shown);
    case 'line-ended': {
      // If the connection breaks again, or this server does not write the reply, it stays lost and is looked for again.
      const isLost = state.failure === null ? event.isElsewhere : state.isLost;
      return unchanged(settle({ ...state, isLost }, event.purpose));
    }
    case 'retried':
      return unchanged(settle(state, 'retry'));
    case 'failed':
      return fail(state, event.problem, shown);
    case 'finished': {
      const isKept = !state.failure || ['MODEL_FAILED', 'MODEL_BUSY'].includes(state.failure.code);
      return { state: { ...state, sent: null }, effects: isKept ? [{ type: 'tell-saved' }] : [] };
    }
    case 'problem-cleared':
      return unchanged({ ...state, problem: null });
  }
}

function retry(state: ReplyState, { status, messages }: Shown): ReplyTransition {
  if (state.isLost) return resume(state);
  if (!questionIn(messages) || isReplying(state, status)) return unchanged(state);
  const retrying = { ...state, isRetrying: true };
  if (state.problem) return { state: begin(retrying), effects: [{ type: 'load', purpose: 'retry' }] };
  return { state: retrying, effects: [answerAgain(messages)] };
}

/** A question that never reached the server is sent again; a reply that still runs or has ended is picked up. */
function recover(state: ReplyState, { value, problem }: Answer<Chat>, shown: Shown): ReplyTransition {
  if (problem && problem.code !== 'CHAT_NOT_FOUND') return fail(settle(state, 'retry'), problem, shown);
  const question = questionIn(shown.messages);
  if (!question) return unchanged(settle(state, 'retry'));
  if (!value?.messages.some(({ id }) => id === question.id)) {
    return { state, effects: [{ type: 'send-again', id: question.id, text: textOf(question) }] };
  }
  if (value.isReplying || isAnswered(value.messages)) return adopt(state, value, 'retry');
  return { state, effects: [answerAgain(value.messages)] };
}

function resume(state: ReplyState): ReplyTransition {
  if (state.isResuming) return unchanged(state);
  return { state: { ...state, isResuming: true }, effects: [{ type: 'load', purpose: 'resume' }] };
}

/** Follows a reply whose connection broke: it may still run, here or on another server, or have ended meanwhile. */
function pickUp(state: ReplyState, { value, problem }: Answer<Chat>, shown: Shown): ReplyTransition {
  if (value) return adopt(state, value, 'resume');
  const mayBeThere = problem.code === 'OFFLINE' || problem.code === 'BROKEN';
  const settled = settle(state, 'resume');
  return fail(mayBeThere ? settled : { ...settled, isLost: false }, problem, shown);
}

/** Shows what the server has, and follows the reply if it is still being written. */
function adopt(state: ReplyState, chat: Chat, purpose: Purpose): ReplyTransition {
  const next = { ...state, failure: null, problem: null };
  const show: ReplyEffect = { type: 'show', messages: chat.messages };
  if (chat.isReplying) return { state: next, effects: [show, { type: 'follow', purpose }] };
  return { state: settle({ ...next, isLost: false }, purpose), effects: [show, { type: 'clear-error' }] };
}

function fail(state: ReplyState, problem: Problem, shown: Shown): ReplyTransition {
  const failed = { ...state, failure: problem };
  // Another tab has added messages: the person sees them, and can ask again.
  if (problem.code === 'CHAT_MOVED_ON') return resume(failed);
  const effects: ReplyEffect[] = isSessionError(problem) ? [{ type: 'tell-signed-out', problem }] : [];
  // After a break in the middle, the reply is first picked up again. Only if that fails is it a problem.
  if (problem.code === 'OFFLINE' && shown.status === 'streaming')
    return { state: { ...failed, isLost: true }, effects };
  const { sent } = state;
  // Sent again by itself once, with the same id: afterwards `sent` is null.
  if (problem.code === 'OFFLINE' && sent && !state.isRetrying)
    return {
      state: { ...failed, isRetrying: true },
      effects: [...effects, { type: 'load', purpose: 'retry', afterPause: true }],
    };
  if (sent && isRefused(problem))
    effects.push({ type: 'remove', id: sent.id }, { type: 'give-back', text: sent.text });
  return { state: { ...failed, problem }, effects };
}

function begin(state: ReplyState): ReplyState {
  return { ...state, failure: null, problem: null, isLost: false };
}

function settle(state: ReplyState, purpose: Purpose): ReplyState {
  return purpose === 'retry' ? { ...state, isRetrying: false } : { ...state, isResuming: false };
}

function answerAgain(seen: { id: string }[]): ReplyEffect {
  return { type: 'answer-again', last: seen.at(-1)?.id };
}

function questionIn(messages: ChatMessage[]): ChatMessage | undefined {
  return messages.findLast(({ role }) => role === 'user');
}

function isAnswered(messages: Message[]): boolean {
  const last = messages.at(-1);
  return last?.role === 'assistant' && last.metadata?.status === 'complete';
}

const unchanged = (state: ReplyState): ReplyTransition => ({ state, effects: [] });
