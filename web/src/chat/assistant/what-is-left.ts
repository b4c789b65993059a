import type { Person } from '../../api/session.ts';
import * as t from '../../messages/texts.ts';
import { isSpent, type MessagesLeft, messagesNear, timeNear } from './near-limits.ts';

/** What is left of the invitation, as far as a limit is near. */
export type WhatIsLeft = {
  messages: MessagesLeft | null;
  time: { endsAt: number; isUrgent: boolean } | null;
  isSpent: boolean;
  dayEndsAt: number;
};

/** @param now epoch milliseconds */
export function whatIsLeft(person: Person, now: number): WhatIsLeft {
  return {
    messages: messagesNear(person),
    time: timeNear(person, now),
    isSpent: isSpent(person),
    dayEndsAt: Date.parse(person.terms.dayEndsAt ?? ''),
  };
}

/** The last two messages and the last five minutes; null while there is more, and when the composer says it. */
export function urgentText({ messages, time, isSpent, dayEndsAt }: WhatIsLeft): string | null {
  const parts = [
    messages?.isUrgent && !isSpent && t.chat.limits.messages(messages, dayEndsAt),
    time?.isUrgent && t.chat.limits.endsSoon(time.endsAt),
  ].filter((part) => typeof part === 'string');
  return parts.length > 0 ? parts.join(' ') : null;
}

/** What is shown quietly from the last fifth on. */
export function quietText({ messages, time, dayEndsAt }: WhatIsLeft): string | null {
  const parts = [
    messages && !messages.isUrgent && t.chat.limits.messages(messages, dayEndsAt),
    time && !time.isUrgent && t.chat.limits.ends(time.endsAt),
  ].filter((part) => typeof part === 'string');
  return parts.length > 0 ? parts.join(' ') : null;
}

/** Why nobody can write now; null when they can. */
export function spentText({ messages, isSpent, dayEndsAt }: WhatIsLeft): string | null {
  return isSpent && messages ? t.chat.limits.messages(messages, dayEndsAt) : null;
}
