import type { TokenLimits } from '../config/model-config.ts';
import type { Said } from './model-piece.ts';
import { estimateTokens } from './tokens.ts';

type Bounds = Pick<TokenLimits, 'contextTokens'> & { systemPrompt?: string | undefined };

/**
 * What is sent of a conversation: its last message, the question, always; the first turn, which says what it is about; and
 * as many of the newest turns as there is room for. A turn is a question with its reply: it is sent whole or not at all.
 */
export function fitConversation<Each extends Said>(
  messages: Each[],
  { systemPrompt = '', contextTokens }: Bounds,
): Each[] {
  const question = messages.at(-1);
  if (!question) return [];
  let room = contextTokens - estimateTokens(systemPrompt) - estimateTokens(question.text);
  const takeIn = (turn: Each[]): boolean => {
    const tokens = turn.reduce((sum, { text }) => sum + estimateTokens(text), 0);
    if (tokens > room) return false;
    room -= tokens;
    return true;
  };

  const [first = [], ...later] = turnsOf(messages.slice(0, -1));
  const beginning = takeIn(first) ? first : [];
  const newest: Each[][] = [];
  for (const turn of later.reverse()) {
    if (!takeIn(turn)) break;
    newest.push(turn);
  }
  return [...beginning, ...newest.reverse().flat(), question];
}

function turnsOf<Each extends Pick<Said, 'role'>>(messages: Each[]): Each[][] {
  const turns: Each[][] = [];
  for (const message of messages) {
    const turn = turns.at(-1);
    if (turn && message.role === 'assistant') turn.push(message);
    else turns.push([message]);
  }
  return turns;
}
