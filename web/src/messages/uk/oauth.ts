import type { Messages } from '../texts.ts';

export const oauth: Messages['oauth'] = {
  otherWays: 'Інші способи входу',
  or: 'або',
  continueWith: (provider) => `Продовжити через ${provider}`,
  theProvider: 'цю службу',
  registrationClosed: (provider) =>
    `Для Вашого входу через ${provider} тут немає облікового запису, а реєстрацію закрито. Нічого не збережено.`,
  oneMoreStep: {
    title: 'Ще один крок',
    text: (provider) =>
      `Для Вашого входу через ${provider} тут іще немає облікового запису. Щоб його створити, уведіть код реєстрації. Після цього Ви ще раз увійдете через ${provider}.`,
    continue: 'Продовжити',
    haveAccount: (provider, link) => [
      'Уже маєте обліковий запис? ',
      link('Назад до входу'),
      `: увійдіть як завжди. Потім пов’яжіть вхід через ${provider} на сторінці облікового запису. Доки Ви не введете код, нічого не зберігається.`,
    ],
  },
};
