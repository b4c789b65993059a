import { format } from '../../../messages/current-format.ts';
import type { ConsoleTexts } from '../texts.ts';

const codesOf = (count: number) =>
  format.plural(count, {
    one: `${format.number(count)} код`,
    few: `${format.number(count)} коди`,
    many: `${format.number(count)} кодів`,
    other: `${format.number(count)} коду`,
  });
const peopleOf = (count: number) =>
  format.plural(count, {
    one: `${format.number(count)} особа`,
    few: `${format.number(count)} особи`,
    many: `${format.number(count)} осіб`,
    other: `${format.number(count)} особи`,
  });

export const make: ConsoleTexts['make'] = {
  title: 'Створення кодів',
  text: 'Один код на картці: надрукуйте й роздайте.',
  kind: 'Що відкриває код',
  login: { title: 'Чат для гостя', text: 'Без облікового запису. Стирається після виходу.' },
  registration: { title: 'Обліковий запис', text: 'Чати зберігаються. Окремий для кожної особи.' },
  count: 'Скільки кодів',
  allowed: 'Осіб на кожен код',
  validFrom: 'Дійсний від',
  validUntil: 'Дійсний до',
  label: 'Мітка',
  labelHint: 'Лише для Вас: щоб знайти ці коди знову.',
  note: 'Ваш текст на картці',
  letters: (count, max) =>
    format.plural(max, {
      one: `${format.number(count)} із ${format.number(max)} символу`,
      other: `${format.number(count)} із ${format.number(max)} символів`,
    }),
  more: 'Інші умови',
  assistant: 'Помічник',
  defaultAssistant: 'Стандартний помічник',
  language: 'Мова',
  anyLanguage: 'Мова браузера кожної особи',
  messagesPerPerson: 'Повідомлень на особу',
  messagesPerDay: 'Повідомлень на день на особу',
  minutes: 'Хвилин на гостя',
  minutesHint: 'Коли час мине, чат завершиться й буде стертий.',
  atOnce: 'Гостей одночасно',
  atOnceHint: 'Наступний чекає, доки хтось вийде.',
  budget: 'Токенів на всіх разом',
  noLimit: 'Порожньо: без обмеження.',
  ownCode: 'Текст коду',
  ownCodeHint: 'Порожньо: Foyer створить код, який неможливо вгадати.',
  short: 'Короткі коди, щоб вводити з екрана',
  shortHint: 'Шість символів, наприклад K7M-4PQ. Діють щонайбільше 24 години й для щонайбільше 500 осіб.',
  hours: 'Скільки годин діє',
  sum: (codes, people, bold) => [`Усього ${codesOf(codes)}, щонайбільше `, bold(peopleOf(people)), '.'],
  button: (count) => `Створити ${codesOf(count)}`,
  preview: {
    label: 'Зразок картки',
    qr: 'QR-код посилання',
    text: (sheets) =>
      format.plural(sheets, {
        one: `85 × 54 мм, по десять на аркуші A4: ${format.number(sheets)} аркуш. Показано приклад коду.`,
        few: `85 × 54 мм, по десять на аркуші A4: ${format.number(sheets)} аркуші. Показано приклад коду.`,
        many: `85 × 54 мм, по десять на аркуші A4: ${format.number(sheets)} аркушів. Показано приклад коду.`,
        other: `85 × 54 мм, по десять на аркуші A4: ${format.number(sheets)} аркуша. Показано приклад коду.`,
      }),
    private:
      'Ця адреса працює лише на цьому комп’ютері. Перш ніж друкувати, задайте PUBLIC_URL, інакше ніхто не зможе відкрити картки.',
  },
  problems: {
    count: (max) => `Уведіть число від 1 до ${format.number(max)}.`,
    number: 'Уведіть ціле число, щонайменше 1.',
    day: 'Уведіть день.',
    order: 'Цей день раніший за перший.',
    ended: 'Цей день уже минув.',
    hours: 'Уведіть число від 1 до 24.',
    note: (max) =>
      format.plural(max, {
        one: `На картці вміщується щонайбільше ${format.number(max)} символ.`,
        few: `На картці вміщується щонайбільше ${format.number(max)} символи.`,
        many: `На картці вміщується щонайбільше ${format.number(max)} символів.`,
        other: `На картці вміщується щонайбільше ${format.number(max)} символу.`,
      }),
    one: 'Такий текст може мати лише один код. Створіть один код або залиште поле порожнім.',
  },
  done: {
    title: (count) => `Готово: ${codesOf(count)}`,
    print: 'Надрукувати картки',
    copy: (count) => (count === 1 ? 'Копіювати посилання' : 'Копіювати всі посилання'),
    copied: 'Скопійовано',
    csv: 'Завантажити CSV',
    room: 'Показати в залі',
    again: 'Створити ще',
    batch: 'Дивитися, хто заходить',
    more: (count) => `і ще ${format.number(count)}`,
    printed:
      'PDF — у Ваших завантаженнях. Друкуйте в масштабі 100 %, потім розріжте від позначки до позначки.',
  },
};
