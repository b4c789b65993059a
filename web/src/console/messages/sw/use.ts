import { format } from '../../../messages/current-format.ts';
import type { ConsoleTexts } from '../texts.ts';

export const use: ConsoleTexts['use'] = {
  title: 'Matumizi',
  text: 'Kilicholetwa na misimbo, kwa idadi tu, bila majina ya watu. Nambari kuanzia 1 hadi 4 huonyeshwa kama “<5”.',
  from: 'Kuanzia',
  until: 'Hadi',
  by: 'Kwa',
  byDay: 'Siku',
  byLabel: 'Lebo',
  byBatch: 'Kundi',
  byAssistant: 'Msaidizi',
  onlyBatch: 'Misimbo ya kundi moja tu.',
  show: 'Onyesha',
  entries: 'Walioingia',
  conversions: 'Wamekuwa wanachama',
  registrations: 'Akaunti zilizofunguliwa',
  messages: 'Ujumbe',
  tokens: 'Tokeni',
  total: 'Jumla',
  noName: 'Hakuna',
  perDay: {
    entries: 'Walioingia kwa siku',
    conversions: 'Wanachama wapya kwa siku',
    registrations: 'Akaunti mpya kwa siku',
    messages: 'Ujumbe kwa siku',
    tokens: 'Tokeni kwa siku',
  },
  nothing: 'Hakuna kilichotokea katika muda huu.',
  few: '<5',
  number: (value) => format.number(value),
};
