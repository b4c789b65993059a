import type { TokenLimits } from '../config/model-config.ts';
import type { ModelMessage } from './model-piece.ts';
import { estimateTokens, sumTokens } from './tokens.ts';

type Bounds = Pick<TokenLimits, 'contextTokens'> & {
  systemPrompt?: string | undefined;
  /** How many of the last messages are always sent. Default: 1, the question. */
  kept?: number;
};

// Always the question, then the first turn (the topic), then as many of the newest turns as fit. A turn is a question
// with its reply and is never cut.
export function fitConversation<Each extends ModelMessage>(
  messages: Each[],
  { systemPrompt = '', contextTokens, kept = 1 }: Bounds,
): Each[] {
  if (messages.length === 0) return [];
  const end = messages.slice(-kept);
  let room = contextTokens - estimateTokens(systemPrompt) - sumTokens(end);
  const takeIn = (turn: Each[]): boolean => {
    const tokens = sumTokens(turn);
    if (tokens > room) return false;
    room -= tokens;
    return true;
  };

  const [first = [], ...later] = turnsOf(messages.slice(0, -kept));
  const beginning = takeIn(first) ? first : [];
  const newest: Each[][] = [];
  for (const turn of later.reverse()) {
    if (!takeIn(turn)) break;
    newest.push(turn);
  }
  return [...beginning, ...newest.reverse().flat(), ...end];
}

function turnsOf<Each extends Pick<ModelMessage, 'role'>>(messages: Each[]): Each[][] {
  const turns: Each[][] = [];
  for (const message of messages) {
    const turn = turns.at(-1);
    if (turn && message.role === 'assistant') turn.push(message);
    else turns.push([message]);
  }
  return turns;
}
