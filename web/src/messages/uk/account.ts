import { format } from '../current-format.ts';
import type { Messages } from '../texts.ts';

export const account: Messages['account'] = {
  title: 'Обліковий запис',
  toConsole: 'Відкрити панель керування',
  linked: (provider) => `${provider} пов’язано.`,
  language: 'Для цих сторінок і для листів, які ми Вам надсилаємо.',
  email: {
    notConfirmed: ' (ще не підтверджено)',
    mailSent: (address) =>
      `Ми надіслали посилання на ${address}. Ваша адреса зміниться, коли Ви його відкриєте. До того діє адреса вище.`,
    label: 'Нова електронна адреса',
    button: 'Змінити електронну адресу',
    withoutMail: 'Змінити її не можна: електронну пошту тут не налаштовано.',
  },
  password: {
    none: 'У Вас ще немає пароля. Ви входите через іншу службу.',
    done: 'Новий пароль збережено. Усі інші сеанси завершено.',
    current: 'Поточний пароль',
    button: 'Змінити пароль',
  },
  logins: {
    title: 'Способи входу',
    linkAnother: 'Пов’яжіть іще одну службу, щоб мати другий спосіб входу.',
    withEmail: 'З електронною адресою',
    linkedOn: (time) => `Пов’язано ${format.day(time)}`,
    unlink: 'Від’єднати',
    unlinkProvider: (provider) => `Від’єднати ${provider}`,
    link: (provider) => `Пов’язати ${provider}`,
  },
  sessions: {
    title: 'Сеанси',
    since: (time) => `Початок: ${format.moment(time)}`,
    thisDevice: 'Цей пристрій, активний зараз',
    lastActive: (time) => `Остання активність: ${format.moment(time)}`,
    logOut: 'Завершити',
    ofDevice: (device) => ` сеанс на пристрої ${device}`,
    unknownDevice: 'Невідомий пристрій',
    logOutOthers: 'Завершити всі інші',
    none: 'Більше ніде Ви не ввійшли.',
  },
  data: {
    title: 'Ваші дані',
    text: 'Усе, що ми про Вас зберігаємо, разом із Вашими чатами, в одному файлі JSON.',
    button: 'Завантажити мої дані',
  },
  remove: {
    title: 'Видалити обліковий запис',
    text: 'Ваш обліковий запис і всі Ваші чати буде видалено назавжди.',
    button: 'Видалити мій обліковий запис',
    question: 'Видалити Ваш обліковий запис?',
    warning: (email) =>
      `Ваш обліковий запис ${email} і всі Ваші чати буде видалено назавжди, на всіх пристроях.`,
    keep: 'Залишити',
    confirm: 'Видалити все',
  },
  confirm: {
    title: 'Підтвердьте, що це Ви',
    byPassword: 'Ви ввійшли вже давно. Щоб продовжити, введіть свій пароль.',
    byLogin: 'Ви ввійшли вже давно. Щоб продовжити, увійдіть ще раз. Потім Ви повернетеся на цю сторінку.',
    logInAgain: (provider) => `Увійти ще раз через ${provider}`,
    button: 'Підтвердити',
  },
};
