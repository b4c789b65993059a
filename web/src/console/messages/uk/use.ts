import { format } from '../../../messages/current-format.ts';
import type { ConsoleTexts } from '../texts.ts';

export const use: ConsoleTexts['use'] = {
  title: 'Використання',
  text: 'Що дали коди: лише кількість, без людей. Числа від 1 до 4 показано як «<5».',
  from: 'Від',
  until: 'До',
  by: 'За чим',
  byDay: 'День',
  byLabel: 'Мітка',
  byBatch: 'Набір',
  byAssistant: 'Помічник',
  onlyBatch: 'Лише коди одного набору.',
  show: 'Показати',
  entries: 'Входи',
  conversions: 'Стали учасниками',
  registrations: 'Створені облікові записи',
  messages: 'Повідомлення',
  tokens: 'Токени',
  total: 'Усього',
  noName: 'Немає',
  perDay: {
    entries: 'Входи за день',
    conversions: 'Нові учасники за день',
    registrations: 'Нові облікові записи за день',
    messages: 'Повідомлення за день',
    tokens: 'Токени за день',
  },
  nothing: 'За цей час нічого не відбулося.',
  few: '<5',
  number: (value) => format.number(value),
};
