import type { ConsoleTexts } from '../texts.ts';

export const errors: ConsoleTexts['errors'] = {
  TOKEN_INVALID: 'Цей токен уже недійсний.',
  NOT_AN_OPERATOR: 'Ваш обліковий запис більше не має прав адміністратора.',
  SCOPE_MISSING: 'У Вас немає дозволу на цю дію.',
  SIGN_IN_AGAIN: 'Ви ввійшли вже давно. Щоб продовжити, уведіть свій пароль.',
  LINK_USED: 'Цим посиланням уже скористалися.',
  SETTING_LOCKED: 'Це задано в середовищі сервера, тож тут змінити не можна.',
  CHANGED_MEANWHILE: 'Тим часом хтось інший це змінив. Оновіть і внесіть свою зміну ще раз.',
  SECOND_FACTOR_ON: 'Двоетапну перевірку вже налаштовано.',
  SECOND_FACTOR_OFF: 'Двоетапну перевірку не налаштовано.',
  CODE_NOT_FOUND: 'Такого коду вже немає.',
  CODE_EXISTS: 'Код із таким текстом уже є.',
  CHANGE_REFUSED: 'Один із кодів не приймає цієї зміни, тому нічого не змінено.',
  BATCH_NOT_FOUND: 'Такого набору немає.',
  IMPORT_NOT_FOUND: 'Такого імпорту вже немає.',
  IMPORT_RUNNING: 'Триває інший імпорт. Зачекайте, доки він завершиться.',
  PERSON_NOT_FOUND: 'Цієї людини тут уже немає.',
  invalidInput: (detail) => `Цього не прийнято: ${detail}.`,
};
