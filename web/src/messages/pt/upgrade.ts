import type { Messages } from '../texts.ts';

export const upgrade: Messages['upgrade'] = {
  text: 'Mantém todas as suas conversas e pode abri-las em qualquer dispositivo.',
  haveAccount: (link) => ['Já tem uma conta? ', link('Entre nela')],
  notNow: (link) => ['Agora não? ', link('Ficar como convidado')],
  notYours: (link) => ['Não é a sua conta? ', link('Usar outro endereço')],
  existing: {
    title: 'Entre na sua conta',
    taken: (email) =>
      `Já existe uma conta com o endereço ${email}. Se é sua, entre aqui. As suas conversas de convidado não mudaram.`,
    takenByProvider: (provider) =>
      `Já existe uma conta para a sua entrada com ${provider}, ou com o e-mail dela. Se é sua, entre aqui. As suas conversas de convidado não mudaram.`,
    untouched: (why) => `${why} As suas conversas de convidado não mudaram.`,
  },
  choice: {
    question: 'O que fazer às suas conversas de convidado?',
    move: 'Levar as minhas conversas',
    moveHint: 'Juntam-se às conversas da sua conta.',
    erase: 'Apagar as minhas conversas',
    eraseHint: 'São apagadas para sempre quando entrar.',
    chooseFirst: 'Escolha uma opção e depois entre.',
  },
};
