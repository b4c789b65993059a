import { format } from '../../../messages/current-format.ts';
import type { ConsoleTexts } from '../texts.ts';

const rowsOf = (count: number) =>
  format.plural(count, {
    one: `${format.number(count)} рядок`,
    few: `${format.number(count)} рядки`,
    many: `${format.number(count)} рядків`,
    other: `${format.number(count)} рядка`,
  });

export const imports: ConsoleTexts['imports'] = {
  title: 'Імпорт кодів',
  text: 'Файл із кодами у форматі CSV, JSON або JSON Lines. Перш ніж щось буде записано, Ви побачите, що зміниться.',
  drop: 'Перетягніть файл сюди або',
  choose: 'Виберіть файл',
  dropLabel: 'Файл із кодами',
  resetUsage: 'Узяти кількість вільних місць із файлу',
  resetUsageHint: 'Без цього використані місця залишаться використаними.',
  uploading: 'Файл надсилається…',
  earlier: 'Імпорти',
  states: {
    uploading: 'Надсилається',
    reading: 'Читається',
    planned: 'Готово до імпорту',
    writing: 'Записується',
    written: 'Імпортовано',
    failed: 'Не вдалося',
  },
  progress: {
    reading: (rows) => `Читання: наразі ${rowsOf(rows)}.`,
    comparing: (rows) => `Порівняння з наявними кодами: наразі ${rowsOf(rows)}.`,
    writing: (rows) => `Запис: наразі ${rowsOf(rows)}.`,
    closeTab: 'Цю сторінку можна закрити. Імпорт триватиме.',
    label: 'Перебіг',
  },
  totals: {
    new: 'Нові',
    changed: 'Змінені',
    unchanged: 'Без змін',
    refused: 'Відхилені',
    rows: 'Рядки',
  },
  plan: 'Що змінить файл',
  planDone: 'Що змінив файл',
  outcomes: { all: 'Усі рядки', new: 'Нові', changed: 'Змінені', refused: 'Відхилені' },
  outcome: 'Результат',
  find: 'Пошук у плані',
  columns: { row: 'Рядок', outcome: 'Результат', code: 'Код', what: 'Що' },
  change: (field, from, to) => `${field}: ${from} → ${to}`,
  nothing: 'нічого',
  refused: (count) =>
    format.plural(count, {
      one: `Відхилено ${rowsOf(count)}. Виправте його у файлі й виберіть файл знову або імпортуйте решту.`,
      other: `Відхилено ${rowsOf(count)}. Виправте їх у файлі й виберіть файл знову або імпортуйте решту.`,
    }),
  nothingToWrite: 'Файл нічого не змінює.',
  button: (count) => `Імпортувати ${rowsOf(count)}`,
  buttonSkipping: (count) => `Імпортувати решту: ${rowsOf(count)}`,
  written: (count) => `Імпортовано ${rowsOf(count)}.`,
  stop: 'Зупинити імпорт',
  stopText: 'Записані рядки залишаться. Пізніше імпорт можна завершити тим самим файлом.',
  another: 'Імпортувати інший файл',
  toCodes: 'Відкрити коди',
  failed: (why) => `Імпорт не вдався: ${why}`,
};
