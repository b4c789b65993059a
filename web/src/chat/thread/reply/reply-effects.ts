import type { Chat, Message } from '../../../api/chats.ts';
import type { Answer, Problem } from '../../../api/problem.ts';
import type { Purpose, ReplyEffect, ReplyEvent } from './reply-state.ts';

/** What a reply needs from the AI SDK, our server and the page. */
export type ReplyWorld = {
  send: (message: { id: string; text: string }) => Promise<void>;
  sendAgain: (message: { id: string; text: string }) => Promise<void>;
  grow: () => Promise<void>;
  answerAgain: (last: string | undefined) => Promise<void>;
  /** Follows the reply that is being written, until it ends or the line breaks. */
  follow: () => Promise<void>;
  /** The status of the server's last answer about the reply; undefined when there was none. */
  lastStatus: () => Promise<number | undefined>;
  load: () => Promise<Answer<Chat>>;
  /** Until the connection may be back. */
  pause: () => Promise<void>;
  show: (messages: Message[]) => void;
  remove: (messageId: string) => void;
  clearError: () => void;
  /** The server refused the message before it kept it: the text goes back to its writer. */
  onRefused: (text: string) => void;
  /** The server has taken the message, or has ended its reply. */
  onSaved: () => void;
  onSignedOut: (problem: Problem) => void;
};

/** Runs the effects of a transition of a reply. Slow effects report back with another event. */
export function runReplyEffect(
  effect: ReplyEffect,
  world: ReplyWorld,
): Promise<ReplyEvent | null> | undefined {
  switch (effect.type) {
    case 'send':
      return world.send(effect).then(() => null);
    case 'send-again':
      return world.sendAgain(effect).then(retried);
    case 'grow':
      return world.grow().then(() => null);
    case 'answer-again':
      return world.answerAgain(effect.last).then(retried);
    case 'load':
      return load(effect, world);
    case 'follow':
      return follow(effect.purpose, world);
    case 'show':
      world.show(effect.messages);
      break;
    case 'clear-error':
      world.clearError();
      break;
    case 'remove':
      world.remove(effect.id);
      break;
    case 'give-back':
      world.onRefused(effect.text);
      break;
    case 'tell-saved':
      world.onSaved();
      break;
    case 'tell-signed-out':
      world.onSignedOut(effect.problem);
      break;
  }
  return undefined;
}

const retried = (): ReplyEvent => ({ type: 'retried' });

async function load(
  { purpose, afterPause }: Extract<ReplyEffect, { type: 'load' }>,
  world: ReplyWorld,
): Promise<ReplyEvent> {
  if (afterPause) await world.pause();
  return { type: 'loaded', purpose, answer: await world.load() };
}

async function follow(purpose: Purpose, world: ReplyWorld): Promise<ReplyEvent> {
  await world.follow();
  return { type: 'line-ended', purpose, isElsewhere: (await world.lastStatus()) === 204 };
}
