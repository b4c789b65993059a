import { format } from '../../../messages/current-format.ts';
import type { ConsoleTexts } from '../texts.ts';

const peopleOf = (count: number) =>
  format.plural(count, {
    one: `${format.number(count)} особа`,
    few: `${format.number(count)} особи`,
    many: `${format.number(count)} осіб`,
    other: `${format.number(count)} особи`,
  });
const messagesOf = (count: number) =>
  format.plural(count, {
    one: `${format.number(count)} повідомлення`,
    few: `${format.number(count)} повідомлення`,
    many: `${format.number(count)} повідомлень`,
    other: `${format.number(count)} повідомлення`,
  });

// A long date ends with “р.”, so it never ends a sentence.
export const code: ConsoleTexts['code'] = {
  title: (start) => `Код ${start}`,
  back: 'Усі коди',
  terms: {
    guests: (allowed, from, until, bold) => [
      'З ',
      bold(from),
      ' до ',
      bold(until),
      format.plural(allowed, { one: ' може ввійти як гість ', other: ' можуть увійти як гості ' }),
      bold(peopleOf(allowed)),
      '. ',
    ],
    accounts: (allowed, from, until, bold) => [
      'З ',
      bold(from),
      ' до ',
      bold(until),
      format.plural(allowed, {
        one: ' може створити обліковий запис ',
        other: ' можуть створити обліковий запис ',
      }),
      bold(peopleOf(allowed)),
      '. ',
    ],
    left: (remaining, bold) =>
      remaining === 0
        ? ['Місць не залишилося. ']
        : [
            'Залишилося ',
            bold(
              format.plural(remaining, {
                one: `${format.number(remaining)} місце`,
                few: `${format.number(remaining)} місця`,
                many: `${format.number(remaining)} місць`,
                other: `${format.number(remaining)} місця`,
              }),
            ),
            '. ',
          ],
    assistant: (name) => `Помічник: ${name}. `,
    messages: (count) => `Кожна особа може надіслати загалом ${messagesOf(count)}. `,
    messagesPerDay: (count) => `Кожна особа може надіслати ${messagesOf(count)} на день. `,
    minutes: (minutes) => `Час для кожного гостя: ${format.duration(minutes * 60_000)}. `,
    atOnce: (count) => `Одночасно в чаті може бути щонайбільше ${peopleOf(count)}. `,
    budget: (tokens) =>
      format.plural(tokens, {
        one: `Разом вони можуть використати ${format.number(tokens)} токен. `,
        few: `Разом вони можуть використати ${format.number(tokens)} токени. `,
        many: `Разом вони можуть використати ${format.number(tokens)} токенів. `,
        other: `Разом вони можуть використати ${format.number(tokens)} токена. `,
      }),
    guestsErased: 'Дані гостя стираються після виходу або якщо гість довго нічого не пише.',
    accountsStay: 'Облікові записи зберігаються, доки їх не видалять.',
  },
  facts: {
    batch: 'Набір',
    label: 'Мітка',
    made: 'Створено',
    madeBy: (when, by) => `${when} (${by})`,
    makers: {
      create: 'команда',
      import: 'імпорт',
      operator: 'адміністратор',
      token: 'токен',
    },
    revoked: 'Відкликано',
    link: 'Посилання',
    entries: 'Входи',
    entriesOf: (entries, converted) => {
      const came = format.plural(entries, {
        one: `${format.number(entries)} раз`,
        few: `${format.number(entries)} рази`,
        many: `${format.number(entries)} разів`,
        other: `${format.number(entries)} разу`,
      });
      return converted === 0 ? came : `${came}; стали учасниками: ${format.number(converted)}`;
    },
    peopleIn: 'Зараз у чаті',
    messages: 'Повідомлення',
    tokens: 'Токени',
    language: 'Мова',
  },
  usesADay: 'Входи за день',
  whoCameIn: 'Хто ввійшов',
  entries: {
    when: 'Коли',
    as: 'Вхід',
    became: 'Тепер',
    guest: 'Гість',
    member: 'Учасник',
  },
  entriesNote: 'Foyer рахує входи, але не записує, хто саме ввійшов.',
  oneUse: 'Цей код призначено для однієї особи. Що вона робила, тут не показується.',
  noEntries: 'За цим кодом ще ніхто не ввійшов.',
  history: 'Історія',
  copyLink: 'Копіювати посилання',
  print: 'Надрукувати картку',
  room: 'Показати в залі',
  roomLink: 'Посилання для людини без облікового запису',
  roomLinkHint: 'Воно показує лише екран для зали, доки діє код.',
  revoke: 'Відкликати цей код',
  restore: 'Відновити цей код',
  revokeQuestion: {
    title: 'Відкликати цей код?',
    text: 'За ним більше ніхто не зможе ввійти. Ті, хто вже в чаті, залишаться.',
  },
  revoked: 'Код відкликано.',
  restored: 'Код відновлено.',
  edit: {
    button: 'Змінити умови',
    title: 'Зміна умов',
    saved: 'Умови змінено. Вони вже діють.',
    nothing: 'Нічого не змінено.',
    loadAgain: 'Оновити',
    allowed: (from, to, used) => {
      const more = to > from ? to - from : Math.max(0, to - used);
      return format.plural(more, {
        one: `Зможе ввійти ще ${peopleOf(more)}.`,
        other: `Зможуть увійти ще ${peopleOf(more)}.`,
      });
    },
    until: (day) => `До ${day} зможуть увійти нові люди. Ті, хто вже в чаті, залишаться.`,
    from: (day) => `З ${day} зможуть увійти нові люди.`,
    limits: 'Нові межі діють одразу, також для тих, хто вже в чаті.',
    minutes: 'Новий час діє для тих, хто ввійде відтепер.',
    assistant: 'Нові чати починаються з новим помічником. У наявних чатах залишається попередній.',
    belowUsed: (used) =>
      `Уже ввійшли: ${peopleOf(used)}. Хто вже в чаті, залишиться, але більше ніхто ввійти не зможе.`,
  },
};
