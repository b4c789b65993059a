import type { Messages } from '../texts.ts';

export const register: Messages['register'] = {
  yourAccount: 'Ваш обліковий запис',
  haveAccount: (link) => ['Уже маєте обліковий запис? ', link('Увійти')],
  codeFirst: 'Щоб продовжити, уведіть свій код.',
  fromLink: 'Узято з Вашого посилання.',
  anotherCode: 'Увести інший код',
  logInWithCode: 'Увійти з цим кодом',
  logInInstead: 'Увійти в обліковий запис',
  impossible: 'Наразі зареєструватися не можна. Запитайте в тих, хто відповідає за цей сайт.',
  closed: {
    title: 'Реєстрацію закрито',
    text: 'Наразі нові облікові записи створити не можна.',
  },
};
