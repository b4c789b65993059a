import type { Chat, Message } from '../../../api/chats.ts';
import type { Answer, Problem } from '../../../api/problem.ts';
import type { Transition as Step } from '../../../machine.ts';
import type { ChatMessage } from './reply-transport.ts';

/** The state of a chat's reply, in addition to what the AI SDK knows about it. */
export type ReplyState = {
  problem: Problem | null;
  /** The last failure, also one that is not shown as a problem. */
  failure: Problem | null;
  /** The reply may still be written, but no line follows it. */
  isLost: boolean;
  isRetrying: boolean;
  isResuming: boolean;
  /** The message that the server has not taken yet. */
  sent: { id: string; text: string } | null;
};

/** What the AI SDK shows at the moment of an event. */
export type Shown = { status: 'submitted' | 'streaming' | 'ready' | 'error'; messages: ChatMessage[] };

export type Purpose = 'retry' | 'resume';

export type ReplyEvent =
  | { type: 'sent'; id: string; text: string }
  | { type: 'stop-answered'; problem: Problem | null }
  | { type: 'retry-wanted' }
  | { type: 'growth-wanted' }
  | { type: 'resume-wanted' }
  | { type: 'loaded'; purpose: Purpose; answer: Answer<Chat> }
  | { type: 'line-ended'; purpose: Purpose; isElsewhere: boolean }
  | { type: 'retried' }
  | { type: 'failed'; problem: Problem }
  | { type: 'finished' }
  | { type: 'problem-cleared' };

export type ReplyEffect =
  | { type: 'send'; id: string; text: string }
  | { type: 'send-again'; id: string; text: string }
  /** Continues the last message, which the model has cut off. */
  | { type: 'grow' }
  /** `last` is the last message that is shown: the server replaces nothing else. */
  | { type: 'answer-again'; last: string | undefined }
  /** `afterPause`: when the connection may be back. */
  | { type: 'load'; purpose: Purpose; afterPause?: true }
  | { type: 'show'; messages: Message[] }
  | { type: 'clear-error' }
  | { type: 'follow'; purpose: Purpose }
  | { type: 'remove'; id: string }
  | { type: 'give-back'; text: string }
  | { type: 'tell-saved' }
  | { type: 'tell-signed-out'; problem: Problem };

export type ReplyTransition = Step<ReplyState, ReplyEffect>;

/** A reply that was being written when the page was loaded is resumed like one whose connection broke. */
export const initialReply = (isReplying: boolean): ReplyState => ({
  problem: null,
  failure: null,
  isLost: isReplying,
  isRetrying: false,
  isResuming: false,
  sent: null,
});

export function isReplying({ isLost, isRetrying }: ReplyState, status: Shown['status']): boolean {
  return status === 'submitted' || status === 'streaming' || isLost || isRetrying;
}
