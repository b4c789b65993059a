import type { Messages } from '../texts.ts';

export const pages: Messages['pages'] = {
  floor: { imprint: 'Quem somos', privacy: 'Privacidade', support: 'Ajuda' },
  broken: {
    title: 'Não foi possível mostrar esta página',
    text: 'O Foyer pode ter sido atualizado, ou a ligação falhou.',
    reload: 'Carregar de novo',
  },
  loadFailed: {
    title: 'Não foi possível carregar esta página',
    text: 'A ligação falhou, ou o Foyer foi atualizado.',
    reload: 'Carregar de novo',
  },
  unreachable: { title: 'Não é possível chegar ao Foyer' },
  invalidLink: { title: 'Esta ligação não funciona' },
  logInToAccount: 'Entre na sua conta',
};
