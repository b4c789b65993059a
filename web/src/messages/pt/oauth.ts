import type { Messages } from '../texts.ts';

export const oauth: Messages['oauth'] = {
  otherWays: 'Outras formas de entrar',
  or: 'ou',
  continueWith: (provider) => `Continuar com ${provider}`,
  theProvider: 'esse serviço',
  registrationClosed: (provider) =>
    `Não há aqui conta para a sua entrada com ${provider}, e o registo está fechado. Nada foi guardado.`,
  oneMoreStep: {
    title: 'Só mais um passo',
    text: (provider) =>
      `Ainda não há aqui conta para a sua entrada com ${provider}. Escreva um código de registo para criar uma. Depois entra mais uma vez com ${provider}.`,
    continue: 'Continuar',
    haveAccount: (provider, link) => [
      'Já tem uma conta? ',
      link('Voltar à entrada'),
      ` e entre como de costume. Depois associe a entrada com ${provider} na página da sua conta. Nada é guardado até escrever um código.`,
    ],
  },
};
