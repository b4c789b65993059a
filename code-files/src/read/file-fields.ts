import type { CodeKind } from '@foyer/invitation-codes/code';
import { type NewCode, openedTerms } from '@foyer/invitation-codes/terms';

export const fileFields = {
  code: 'invitation_code',
  kind: 'invitation_type',
  allowed: 'allowed_usage',
  remaining: 'remaining_usage',
  validFrom: 'valid_from',
  validUntil: 'valid_until',
  requirement: 'sensitive_personal_data_requirement',
  label: 'label',
  assistant: 'assistant',
  messagesPerPerson: 'messages_per_person',
  messagesPerDay: 'messages_per_day',
  tokenBudget: 'token_budget',
  minutesPerPerson: 'minutes_per_person',
  peopleAtOnce: 'people_at_once',
  language: 'language',
} as const satisfies Record<keyof NewCode, string>;

export const countFields: readonly string[] = [
  fileFields.allowed,
  fileFields.remaining,
  fileFields.messagesPerPerson,
  fileFields.messagesPerDay,
  fileFields.tokenBudget,
  fileFields.minutesPerPerson,
  fileFields.peopleAtOnce,
];

export const optionalFields: readonly string[] = [
  fileFields.remaining,
  fileFields.requirement,
  fileFields.label,
  ...openedTerms.map((term) => fileFields[term]),
];

export const fileKinds = { login: 'LOGIN', registration: 'REGISTER' } as const satisfies Record<
  CodeKind,
  string
>;

/** MongoDB's export adds `_id`, our own export `link`. */
export const ignoredFields = ['_id', 'link'];
