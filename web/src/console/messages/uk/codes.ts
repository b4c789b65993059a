import { format } from '../../../messages/current-format.ts';
import type { ConsoleTexts } from '../texts.ts';

const codesOf = (count: number) =>
  format.plural(count, {
    one: `${format.number(count)} код`,
    few: `${format.number(count)} коди`,
    many: `${format.number(count)} кодів`,
    other: `${format.number(count)} коду`,
  });
/** After “of”. */
const ofCodes = (count: number) =>
  format.plural(count, { one: `${format.number(count)} коду`, other: `${format.number(count)} кодів` });
const cardsOf = (count: number) =>
  format.plural(count, {
    one: `${format.number(count)} картку`,
    few: `${format.number(count)} картки`,
    many: `${format.number(count)} карток`,
    other: `${format.number(count)} картки`,
  });

// A long date ends with “р.”, so it never ends a sentence.
export const codes: ConsoleTexts['codes'] = {
  title: 'Коди',
  sums: (codes, open, remaining) =>
    `${codesOf(codes)}. Діють: ${format.number(open)}. Вільних місць: ${format.number(remaining)}.`,
  make: 'Створити коди',
  import: 'Імпорт',
  empty: {
    title: 'Кодів ще немає',
    text: 'Створіть перші коди, надрукуйте їх як картки й роздайте.',
  },
  find: 'Пошук коду, набору або мітки',
  findHint: 'Увесь код або вся мітка.',
  filters: {
    state: 'Стан',
    everyState: 'Усі стани',
    kind: 'Вид',
    everyKind: 'Обидва види',
    batch: 'Набір',
    everyBatch: 'Усі набори',
    everyLabel: 'Усі мітки',
    label: 'Мітка',
    assistant: 'Помічник',
    everyAssistant: 'Усі помічники',
    createdFrom: 'Створено від',
    createdUntil: 'Створено до',
    endsFrom: 'Завершення від',
    endsUntil: 'Завершення до',
    sort: 'Порядок',
    newest: 'Спершу нові',
    oldest: 'Спершу старі',
    endsFirst: 'Спершу ті, що завершаться раніше',
    endsLast: 'Спершу ті, що завершаться пізніше',
  },
  columns: {
    code: 'Код',
    state: 'Стан',
    opens: 'Що відкриває, мітка',
    used: 'Використано',
    until: 'Дійсний до',
    lastUsed: 'Останній вхід',
  },
  used: (used, allowed) => `${format.number(used)} із ${format.number(allowed)}`,
  from: (day) => `з ${day}`,
  notTold: 'Не записується',
  hiddenCode: 'Прихований код',
  hidden: 'Коди приховано, бо Ви ввійшли вже давно.',
  showCodes: 'Показати коди',
  choose: (code) => `Вибрати ${code}`,
  chooseAll: 'Вибрати все на цій сторінці',
  chosen: (count) => `Вибрано ${codesOf(count)}`,
  chooseMatching: (count) => `Вибрати всі знайдені: ${format.number(count)}`,
  chosenRegion: 'Вибрані коди',
  unchoose: 'Скасувати вибір',
  acts: {
    print: 'Надрукувати картки',
    export: 'Експортувати',
    revoke: 'Відкликати',
    restore: 'Відновити',
    extend: 'Подовжити',
    relabel: 'Змінити мітку',
  },
  counting: 'Підрахунок…',
  revoke: {
    title: (count) => `Відкликати ${codesOf(count)}?`,
    text: 'За ними більше ніхто не зможе ввійти. Ті, хто вже в чаті, залишаться.',
    button: (count) => `Відкликати ${codesOf(count)}`,
    done: (count) => `Відкликано ${codesOf(count)}.`,
    undone: (count) => `Відновлено ${codesOf(count)}.`,
  },
  restore: {
    title: (count) => `Відновити ${codesOf(count)}?`,
    text: 'За ними знову можна буде ввійти, якщо є вільні місця й термін дії не минув.',
    button: (count) => `Відновити ${codesOf(count)}`,
  },
  extend: {
    title: (count) => `Подовжити дію ${ofCodes(count)}?`,
    field: 'Дійсні до',
    hint: 'До кінця цього дня.',
    button: (count) => `Подовжити ${codesOf(count)}`,
    done: (count, until) =>
      format.plural(count, {
        few: `До ${until} діють ${codesOf(count)}.`,
        other: `До ${until} діє ${codesOf(count)}.`,
      }),
  },
  relabel: {
    title: (count) => `Мітка для ${ofCodes(count)}`,
    field: 'Мітка',
    hint: 'Порожньо: без мітки.',
    button: (count) => `Змінити ${codesOf(count)}`,
    done: (count) => `Змінено ${codesOf(count)}.`,
  },
  print: {
    title: (count) => `Надрукувати ${cardsOf(count)}`,
    paper: 'Папір',
    sheets: 'Аркуші для розрізання',
    sheetsHint: (sheets) =>
      format.plural(sheets, {
        one: `По десять карток на аркуші A4: ${format.number(sheets)} сторінка.`,
        few: `По десять карток на аркуші A4: ${format.number(sheets)} сторінки.`,
        many: `По десять карток на аркуші A4: ${format.number(sheets)} сторінок.`,
        other: `По десять карток на аркуші A4: ${format.number(sheets)} сторінки.`,
      }),
    single: 'Одна велика картка на сторінці',
    singleHint: 'Щоб повісити на стіну.',
    button: 'Завантажити PDF',
    done: 'PDF — у Ваших завантаженнях. Друкуйте в масштабі 100 %.',
    tooMany: (max) => `За один раз можна надрукувати щонайбільше ${cardsOf(max)}. Виберіть менше кодів.`,
  },
  export: {
    title: (count) => `Експортувати ${codesOf(count)}`,
    format: 'Файл',
    text: 'Коди у файлі може прочитати кожен. Зберігайте його в надійному місці.',
    csv: 'CSV, для електронної таблиці',
    jsonl: 'JSON Lines, для програм',
    button: 'Завантажити',
    done: 'Файл — у Ваших завантаженнях.',
  },
  nothingToDo: 'Жоден із вибраних кодів від цього не зміниться.',
};
