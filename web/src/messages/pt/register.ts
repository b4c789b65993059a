import type { Messages } from '../texts.ts';

export const register: Messages['register'] = {
  yourAccount: 'A sua conta',
  haveAccount: (link) => ['Já tem uma conta? ', link('Entrar')],
  codeFirst: 'Escreva o seu código para continuar.',
  fromLink: 'Veio com a sua ligação.',
  anotherCode: 'Escrever outro código',
  logInWithCode: 'Usá-lo para entrar',
  logInInstead: 'Entrar com a conta',
  impossible: 'Neste momento não é possível registar-se. Pergunte às pessoas responsáveis por este site.',
  closed: {
    title: 'O registo está fechado',
    text: 'Neste momento não é possível criar contas novas.',
  },
};
