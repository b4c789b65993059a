import type { Person } from '../../api/session.ts';

/** What is left is shown from this share of the limit on. */
const nearShare = 1 / 5;
const lastMessages = 2;
const lastMs = 5 * 60_000;

export type MessagesLeft = { left: number; isToday: boolean; isUrgent: boolean };

/** The limit of messages that comes first; null while it is far away. */
export function messagesNear({ left, terms }: Pick<Person, 'left' | 'terms'>): MessagesLeft | null {
  const limits = [
    { left: left.messages, of: terms.messages, isToday: false },
    { left: left.messagesToday, of: terms.messagesPerDay, isToday: true },
  ];
  let nearest: MessagesLeft | null = null;
  for (const { left: count, of, isToday } of limits) {
    if (count === null || of === null || count > Math.max(lastMessages, of * nearShare)) continue;
    if (nearest === null || count < nearest.left)
      nearest = { left: count, isToday, isUrgent: count <= lastMessages };
  }
  return nearest;
}

/** Null while the end is far away. Times are epoch milliseconds. */
export function timeNear(
  { left: { endsAt }, terms: { minutes } }: Pick<Person, 'left' | 'terms'>,
  now: number,
): { endsAt: number; isUrgent: boolean } | null {
  if (endsAt === null) return null;
  const end = Date.parse(endsAt);
  const leftMs = end - now;
  if (leftMs > Math.max(lastMs, (minutes ?? 0) * 60_000 * nearShare)) return null;
  return { endsAt: end, isUrgent: leftMs <= lastMs };
}

/** When the server must be asked again: the time is over, or the messages of the day are back. Null for never. */
export function nextChange({ left, terms }: Pick<Person, 'left' | 'terms'>): number | null {
  if (left.endsAt !== null) return Date.parse(left.endsAt);
  return left.messagesToday === 0 && terms.dayEndsAt !== null ? Date.parse(terms.dayEndsAt) : null;
}

export function isSpent({ left }: Pick<Person, 'left'>): boolean {
  return left.messages === 0 || left.messagesToday === 0;
}

export function hasLimits({ terms }: Pick<Person, 'terms'>): boolean {
  return terms.messages !== null || terms.messagesPerDay !== null;
}
