import { format } from '../../../messages/current-format.ts';
import type { ConsoleTexts } from '../texts.ts';

const codesOf = (count: number) =>
  format.plural(count, {
    one: `${format.number(count)} код`,
    few: `${format.number(count)} коди`,
    many: `${format.number(count)} кодів`,
    other: `${format.number(count)} коду`,
  });

export const batches: ConsoleTexts['batches'] = {
  title: 'Набори',
  text: 'Коди, створені або імпортовані разом.',
  empty: 'Наборів ще немає.',
  columns: { batch: 'Набір', codes: 'Коди', made: 'Створено', by: 'Хто створив' },
  unnamed: (when) => `Створено ${when}`,
  codes: codesOf,
  back: 'Усі набори',
  sums: (codes, used, allowed) =>
    `${codesOf(codes)}. Використано місць: ${format.number(used)} із ${format.number(allowed)}.`,
  facts: {
    made: 'Створено',
    note: 'Текст на картках',
    entries: 'Входи',
    converted: 'Стали учасниками',
    peopleIn: 'Зараз у чаті',
    messages: 'Повідомлення',
    tokens: 'Токени',
  },
  all: 'Усі коди цього набору',
  show: 'Показати коди',
  use: 'Показати використання',
};
