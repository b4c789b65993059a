import { format } from '../../../messages/current-format.ts';

/** What codes brought. */
export const use = {
  title: 'Use',
  text: 'What codes brought, counted without people. Numbers from 1 to 4 are shown as “<5”.',
  from: 'From',
  until: 'Until',
  by: 'By',
  byDay: 'Day',
  byLabel: 'Label',
  byBatch: 'Batch',
  byAssistant: 'Assistant',
  onlyBatch: 'Only the codes of one batch.',
  show: 'Show',
  entries: 'Entries',
  conversions: 'Became members',
  registrations: 'Accounts created',
  messages: 'Messages',
  tokens: 'Tokens',
  total: 'In all',
  noName: 'None',
  perDay: {
    entries: 'Entries a day',
    conversions: 'New members a day',
    registrations: 'New accounts a day',
    messages: 'Messages a day',
    tokens: 'Tokens a day',
  },
  nothing: 'Nothing happened in this time.',
  few: '<5',
  number: (value: number) => format.number(value),
};
