import { noOpenedTerms } from '@foyer/invitation-codes/codes';
import type { OpenedTerms } from '@foyer/invitation-codes/tables';
import { maxOpened } from '@foyer/invitation-codes/terms';
import { languages } from '@foyer/policy';
import { countOf } from '../../../terminal/option-values.ts';

/** The options for what a code opens. */
export const termOptions = {
  assistant: { type: 'string' },
  messages: { type: 'string' },
  'messages-per-day': { type: 'string' },
  budget: { type: 'string' },
  minutes: { type: 'string' },
  'at-once': { type: 'string' },
  language: { type: 'string' },
} as const;

export const termOptionNames = {
  assistant: '--assistant',
  messagesPerPerson: '--messages',
  messagesPerDay: '--messages-per-day',
  tokenBudget: '--budget',
  minutesPerPerson: '--minutes',
  peopleAtOnce: '--at-once',
  language: '--language',
} as const satisfies Record<keyof OpenedTerms, string>;

export const termManual: [string, string][] = [
  ['--assistant ID', 'which assistant people meet; default: the default assistant'],
  ['--messages N', 'how many messages each person may send in all; default: no limit'],
  ['--messages-per-day N', 'the same for each day, until midnight in TIME_ZONE; default: no limit'],
  ['--budget TOKENS', 'how many tokens all people of one code may use together; default: no limit'],
  ['--minutes N', 'login codes: how long each guest may stay; default: no limit'],
  ['--at-once N', 'login codes: how many guests may be in at the same time; default: no limit'],
  [
    '--language TAG',
    `the language of pages, letters and cards: ${languages.join(', ')}, or like pt-BR; default: none`,
  ],
];

type Values = { [Name in keyof typeof termOptions]?: string | undefined };

export function openedTermsFrom(values: Values): OpenedTerms {
  const count = (name: keyof Values & keyof typeof counts) => {
    const text = values[name];
    return text === undefined ? null : countOf(`--${name}`, text, maxOpened[counts[name]]);
  };
  return {
    ...noOpenedTerms,
    assistant: values.assistant?.trim() || null,
    messagesPerPerson: count('messages'),
    messagesPerDay: count('messages-per-day'),
    tokenBudget: count('budget'),
    minutesPerPerson: count('minutes'),
    peopleAtOnce: count('at-once'),
    language: values.language?.trim() || null,
  };
}

const counts = {
  messages: 'messagesPerPerson',
  'messages-per-day': 'messagesPerDay',
  budget: 'tokenBudget',
  minutes: 'minutesPerPerson',
  'at-once': 'peopleAtOnce',
} as const;
