import type { Code } from '@foyer/invitation-codes/codes';
import { counted } from '../../../terminal/table.ts';

type Opened = Pick<
  Code,
  'messagesPerPerson' | 'messagesPerDay' | 'tokenBudget' | 'minutesPerPerson' | 'peopleAtOnce'
>;

/** What a code limits, in words: `40 messages and 90 minutes a person`. Empty without limits. */
export function limitsInWords(code: Opened): string {
  const { messagesPerPerson, messagesPerDay, tokenBudget, minutesPerPerson, peopleAtOnce } = code;
  const ofPerson = [
    messagesPerPerson === null ? '' : counted(messagesPerPerson, 'message'),
    messagesPerDay === null ? '' : `${counted(messagesPerDay, 'message')} a day`,
    minutesPerPerson === null ? '' : counted(minutesPerPerson, 'minute'),
  ].filter((words) => words !== '');
  return [
    ofPerson.length === 0 ? '' : `${ofPerson.join(', ')} for each person`,
    tokenBudget === null ? '' : `${counted(tokenBudget, 'token')} for all together`,
    peopleAtOnce === null ? '' : `${counted(peopleAtOnce, 'guest')} at the same time`,
  ]
    .filter((words) => words !== '')
    .join('; ');
}

/** Limits of a person count per entry: several uses let one person enter several times. */
export function startsAnew(code: Opened & Pick<Code, 'allowed'>): boolean {
  const isLimited = code.messagesPerPerson ?? code.messagesPerDay ?? code.minutesPerPerson;
  return code.allowed > 1 && isLimited !== null;
}
