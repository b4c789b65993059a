import { format } from '../current-format.ts';
import type { Messages } from '../texts.ts';

const countOf = (messages: number) =>
  format.plural(messages, {
    one: `${format.number(messages)} повідомлення`,
    few: `${format.number(messages)} повідомлення`,
    many: `${format.number(messages)} повідомлень`,
    other: `${format.number(messages)} повідомлення`,
  });

export const chat: Messages['chat'] = {
  title: 'Чат',
  newChat: 'Новий чат',
  chats: 'Чати',
  thisChat: 'Цей чат',
  skip: 'Перейти до розмови',
  close: 'Закрити',
  with: (name) => `співрозмовник: ${name}`,
  guest: {
    label: 'Про це відвідування',
    who: 'Ви тут як гість.',
    loss: 'Коли Ви вийдете, Ваші чати буде видалено.',
    lossWithBrowser: 'Коли Ви вийдете або закриєте браузер, Ваші чати буде втрачено.',
    byShift: 'Якщо тричі натиснути Shift, їх теж буде видалено, і відкриється інший сайт.',
  },
  accountReady: 'Ваш обліковий запис готовий, і Ваші чати з Вами.',
  loggedIn: 'Ви ввійшли, і Ваші чати з Вами.',
  welcome: 'Про що Ви хотіли б поговорити?',
  beginnings: 'Можна почати так',
  help: 'Допомога',
  expect: {
    with: (name) => `Ваш співрозмовник: ${name}, помічник зі штучним інтелектом.`,
    limits({ messages, messagesPerDay, endsAt }) {
      const inAll = messages !== null && countOf(messages);
      const aDay =
        messagesPerDay !== null &&
        `${inAll ? format.number(messagesPerDay) : countOf(messagesPerDay)} на день`;
      const until = endsAt !== null && `час до ${format.clock(endsAt)}`;
      const parts = [inAll, aDay, until].filter((part) => part !== false);
      return parts.length === 0 ? '' : `У Вас є ${parts.join(', ')}.`;
    },
    kept: 'Ваші чати зберігаються, доки Ви їх не видалите.',
    deleted: 'Коли Ви вийдете, написане буде видалено.',
    deletedAtEnd: 'Буде видалено, коли закінчиться Ваш час або Ви вийдете.',
  },
  limits: {
    messages({ left, isToday }, dayEndsAt) {
      if (left === 0 && isToday)
        return `На сьогодні повідомлень не залишилося. Писати знову можна буде з ${format.clock(dayEndsAt)}.`;
      if (left === 0) return 'Повідомлень не залишилося. Ви й далі можете читати й копіювати свої чати.';
      return isToday ? `На сьогодні ще ${countOf(left)}.` : `Ще ${countOf(left)}.`;
    },
    ends: (at) => `Ваш час закінчується о ${format.clock(at)}.`,
    endsSoon: (at) =>
      `Залишилося менше 5 хвилин. О ${format.clock(at)} Ваш час закінчиться, і написане буде видалено.`,
  },
  save: { button: 'Зберегти мої чати', fileName: 'чати.md', replyFileName: 'відповідь.md' },
  shortcuts: {
    title: 'Комбінації клавіш',
    button: 'Комбінації клавіш',
    escape: 'Esc',
    letters: 'Використовувати клавіші з однієї літери',
    names: {
      newChat: 'Новий чат',
      search: 'Пошук у чатах',
      write: 'Написати повідомлення',
      copy: 'Копіювати останню відповідь',
      stop: 'Зупинити відповідь',
      list: 'Цей список',
    },
  },
  roomFull: {
    title: 'Усі місця зайнято',
    text: 'Вас деякий час не було, і Ваше місце зайняв хтось інший. Ви повернетеся, щойно місце звільниться. Не закривайте цю сторінку.',
    kept: 'Ваші чати збережено.',
  },
  list: {
    empty: 'Чатів ще немає.',
    guest: 'Гість',
    account: 'Обліковий запис',
    options: (title) => `Дії з чатом «${title}»`,
    rename: 'Перейменувати',
    remove: 'Видалити',
    renameTitle: 'Перейменувати цей чат',
    renameLabel: 'Назва',
    save: 'Зберегти',
    removed: (title) => `«${title}» видалено.`,
    today: 'Сьогодні',
    yesterday: 'Учора',
    earlier: 'Раніше',
    earlierChats: 'Попередні чати',
    erased: 'Буде стерто після виходу',
    search: 'Пошук у чатах',
    searching: 'Пошук…',
    found: (count) =>
      count === 0
        ? 'Нічого не знайдено'
        : format.plural(count, {
            one: `Знайдено ${format.number(count)} місце`,
            few: `Знайдено ${format.number(count)} місця`,
            many: `Знайдено ${format.number(count)} місць`,
            other: `Знайдено ${format.number(count)} місця`,
          }),
  },
  link: {
    text: 'Ви вже ввійшли. Код із Вашого посилання не використано. Щоб скористатися ним, спершу вийдіть.',
    orCreateWith: (link) => [
      'Або створіть із ним обліковий запис: тоді Ваші чати залишаться. ',
      link('Створити обліковий запис із кодом'),
    ],
    orCreateWithout: (link) => [
      'Або створіть обліковий запис без нього: тоді Ваші чати залишаться. ',
      link('Створити обліковий запис без коду'),
    ],
    logOutFirst: 'Спершу вийти',
    dismiss: 'Приховати',
    separator: ' · ',
  },
  keyGone: {
    title: 'Ваші чати більше не можна відкрити',
    why: 'Відкрити їх міг лише цей браузер, за допомогою файлу cookie, якого вже немає. Можливо, його видалено або заблоковано. Ніхто інший прочитати їх теж не може.',
    what: 'Ви й далі тут як гість. Можна почати спочатку: старі чати буде видалено назавжди.',
    button: 'Почати спочатку',
  },
  thread: {
    you: 'Ви',
    assistant: 'Помічник',
    writing: 'Пише…',
    thinking: 'Думає…',
    thoughts: 'Роздуми',
    silent: 'Модель зайнята або ще завантажується. Це може тривати кілька хвилин.',
    leftOut: 'Ця розмова довша, ніж модель може прочитати. Деяких попередніх повідомлень вона вже не бачить.',
    continue: 'Продовжити',
    isWriting: 'Помічник пише.',
    hasFinished: 'Помічник закінчив.',
    stopped: 'Зупинено до завершення.',
    interrupted: 'Перервано до завершення.',
    failed: 'Помічник не зміг закінчити відповідь.',
    endings: {
      length: 'Відповідь досягла найбільшої довжини, яку може написати модель.',
      filter: 'Цю відповідь завершив фільтр моделі.',
      refusal: 'Модель відмовилася на це відповідати.',
      tools: 'Модель хотіла скористатися інструментом, якого тут немає.',
      thinking: 'Модель витратила всю довжину на роздуми й не написала відповіді.',
    },
    unanswered: 'На це запитання немає відповіді.',
    code: 'Код',
    table: 'Таблиця',
    saveReply: 'Зберегти як Markdown',
    print: 'Друкувати',
    toEnd: 'До кінця',
    earlier: 'Попередні повідомлення',
    picture: 'Зображення',
    startNewChat: 'Почати новий чат',
  },
  composer: {
    label: 'Повідомлення',
    placeholder: 'Напишіть повідомлення',
    send: 'Надіслати',
    stop: 'Зупинити',
    length: (count, limit) =>
      format.plural(limit, {
        one: `${format.number(count)} із ${format.number(limit)} символу`,
        other: `${format.number(count)} із ${format.number(limit)} символів`,
      }),
    offline: 'Немає з’єднання. Написане залишиться тут, доки відкрита ця сторінка.',
    demo: 'Демонстраційний помічник, поки що без справжнього ШІ.',
    canBeWrong: (name) => `${name ?? 'Помічник'} може помилятися.`,
  },
};
