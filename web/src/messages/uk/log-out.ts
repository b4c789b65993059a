import { format } from '../current-format.ts';
import type { Messages } from '../texts.ts';

export const logOut: Messages['logOut'] = {
  button: 'Вийти',
  done: 'Ви вийшли.',
  failed: (why) => `Ви ще не вийшли. ${why}`,
  failedForGuest: (why) => `Видалити нічого не вдалося, і Ви ще не вийшли. ${why}`,
  title: 'Вийти?',
  titleForGuest: 'Вийти й видалити Ваші чати?',
  titleForNewMember: 'Тепер у Вас є обліковий запис',
  textForUnknown: 'Якщо Ви гість, усі Ваші чати буде видалено назавжди. Чати облікового запису залишаться.',
  textForGuest:
    'Ви тут як гість. Усе, що тут є, буде одразу стерто із сервера, і ніхто не зможе цього повернути.',
  textForUpgradableGuest:
    'Ви тут як гість. Усе, що тут є, буде одразу стерто із сервера, і ніхто не зможе цього повернути. З обліковим записом усе залишиться.',
  textForNewMember: (email) =>
    `Нічого не видалено. Ваші чати тепер належать обліковому запису ${email} і залишаться там. Усе одно вийти?`,
  chats: 'Чати',
  elsewhere: 'Інші вкладки та пристрої',
  elsewhereToo: 'теж вийдуть',
  stay: 'Залишитися',
  logOutAndDelete: 'Вийти й видалити',
  logOutOfAccount: 'Вийти з облікового запису',
  leaveQuickly: 'Швидкий вихід',
  cover: 'Завантаження',
  leaveQuicklyHint: 'Видаляє всі Ваші чати й показує інший сайт. Можна також тричі натиснути Shift.',
  shiftHint: (left) =>
    format.plural(left, {
      one: `Shift: ще ${format.number(left)} раз, щоб піти`,
      few: `Shift: ще ${format.number(left)} рази, щоб піти`,
      many: `Shift: ще ${format.number(left)} разів, щоб піти`,
      other: `Shift: ще ${format.number(left)} разу, щоб піти`,
    }),
};
