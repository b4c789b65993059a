import { format } from '../../../messages/current-format.ts';
import type { ConsoleTexts } from '../texts.ts';

export const frame: ConsoleTexts['frame'] = {
  tabs: {
    label: 'Панель керування',
    codes: 'Коди',
    batches: 'Набори',
    people: 'Люди',
    use: 'Використання',
    settings: 'Налаштування',
    audit: 'Журнал дій',
  },
  toChat: 'Чат',
  notOperator: {
    title: 'Ця сторінка — для адміністраторів',
    text: (email) =>
      `Ви ввійшли як ${email}, але цей обліковий запис не має прав адміністратора. Зверніться до тих, хто відповідає за цей сайт.`,
  },
  states: {
    open: 'Діє',
    notYet: 'Ще не діє',
    usedUp: 'Вичерпано',
    ended: 'Завершено',
    revoked: 'Відкликано',
  },
  kinds: { login: 'Гість', registration: 'Обліковий запис' },
  firstPage: 'Перша сторінка',
  nextPage: 'Наступна сторінка',
  nothingFound: 'Нічого не знайдено.',
  clearFilters: 'Скинути фільтри',
  moreFilters: 'Більше фільтрів',
  fewerFilters: 'Менше фільтрів',
  more: 'Більше',
  save: 'Зберегти',
  never: 'Ще не було',
  downloadCsv: 'Завантажити CSV',
  confirm: {
    title: 'Підтвердьте, що це Ви',
    text: 'Ви ввійшли вже давно. Щоб продовжити, уведіть свій пароль.',
    textWithCode: 'Уведіть свій пароль і код, який показує Ваш застосунок.',
    code: 'Код із застосунку або код відновлення',
    button: 'Продовжити',
    passwordMissing: 'Уведіть свій пароль.',
  },
  warnings: {
    label: 'Попередження',
    codesStopped: 'Усі коди призупинено. За ними ніхто не зможе ввійти, доки Ви їх не запустите знову.',
    toSettings: 'Відкрити налаштування',
    toCode: 'Відкрити код',
    codeLow: (label, left) =>
      format.plural(left, {
        one: `${label}: залишилося ${format.number(left)} місце.`,
        few: `${label}: залишилося ${format.number(left)} місця.`,
        many: `${label}: залишилося ${format.number(left)} місць.`,
        other: `${label}: залишилося ${format.number(left)} місця.`,
      }),
    codeEnds: (label, when) => `${label}: термін дії закінчиться ${when}.`,
    aCode: 'Один із кодів',
    aBatch: 'Один із наборів',
    toBatch: 'Відкрити набір',
    batchEnds: (label, codes, when) =>
      format.plural(codes, {
        one: `${label}: термін дії закінчиться ${when}, а ${format.number(codes)} код не використано.`,
        few: `${label}: термін дії закінчиться ${when}, а ${format.number(codes)} коди не використано.`,
        many: `${label}: термін дії закінчиться ${when}, а ${format.number(codes)} кодів не використано.`,
        other: `${label}: термін дії закінчиться ${when}, а ${format.number(codes)} коду не використано.`,
      }),
    defaultLogin: 'Стандартний код для гостей зараз нікого не впускає. «Продовжити як гість» закрито.',
    defaultRegistration: 'Стандартний код реєстрації зараз нікого не впускає.',
    refusedTries: (count, minutes) => {
      const tries = format.plural(count, {
        one: `${format.number(count)} спроба`,
        few: `${format.number(count)} спроби`,
        many: `${format.number(count)} спроб`,
        other: `${format.number(count)} спроби`,
      });
      return `За останні ${format.duration(minutes * 60_000)}: ${tries} увійти з неправильним кодом. Можливо, хтось намагається вгадати код.`;
    },
    ignoredSetting: (name) => `Збережене налаштування ${name} неправильне, тому не діє.`,
    more: (count) =>
      format.plural(count, {
        one: `Ще ${format.number(count)} попередження`,
        few: `Ще ${format.number(count)} попередження`,
        many: `Ще ${format.number(count)} попереджень`,
        other: `Ще ${format.number(count)} попередження`,
      }),
  },
  chart: {
    asTable: 'Показати як таблицю',
    asChart: 'Показати як діаграму',
    day: 'День',
    summary: (title, first, last, total, lastValue) =>
      `${title}, з ${first} до ${last}: усього ${format.number(total)}, за останній день ${format.number(lastValue)}`,
    today: (value) => `${format.number(value)} сьогодні`,
    on: (value, day) => `${format.number(value)} за ${day}`,
  },
};
