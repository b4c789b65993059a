import type { Messages } from '../texts.ts';

export const pages: Messages['pages'] = {
  floor: { imprint: 'Про нас', privacy: 'Приватність', support: 'Допомога' },
  broken: {
    title: 'Не вдалося показати цю сторінку',
    text: 'Можливо, Foyer оновлено або перервався зв’язок.',
    reload: 'Оновити',
  },
  loadFailed: {
    title: 'Не вдалося завантажити цю сторінку',
    text: 'Перервався зв’язок або Foyer оновлено.',
    reload: 'Оновити',
  },
  unreachable: { title: 'Foyer недоступний' },
  invalidLink: { title: 'Це посилання не працює' },
  logInToAccount: 'Увійдіть у свій обліковий запис',
};
