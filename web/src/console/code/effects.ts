import type { CodeInFull, Terms } from '../api/codes.ts';
import * as t from '../messages/texts.ts';

/** Sentences that say what a change of terms means for people who are in, and for those who come. */
export function effectsOf(code: CodeInFull, changes: Terms): string[] {
  const text = t.code.edit;
  const used = code.allowed - code.remaining;
  const effects: string[] = [];
  if (changes.allowed !== undefined)
    effects.push(
      changes.allowed <= used ? text.belowUsed(used) : text.allowed(code.allowed, changes.allowed, used),
    );
  if (changes.validFrom !== undefined) effects.push(text.from(t.zoned.from(changes.validFrom)));
  if (changes.validUntil !== undefined) effects.push(text.until(t.zoned.until(changes.validUntil)));
  const limits = ['messagesPerPerson', 'messagesPerDay', 'tokenBudget', 'peopleAtOnce'] as const;
  if (limits.some((name) => name in changes)) effects.push(text.limits);
  if ('minutesPerPerson' in changes) effects.push(text.minutes);
  if ('assistant' in changes) effects.push(text.assistant);
  return effects;
}
