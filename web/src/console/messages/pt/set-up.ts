import type { ConsoleTexts } from '../texts.ts';

export const setUp: ConsoleTexts['setUp'] = {
  title: 'Escolha a sua palavra-passe',
  text: (email) => `Vai administrar este site com a conta ${email}.`,
  textWithoutEmail:
    'É a primeira pessoa a administrar este site. Escolha o e-mail e a palavra-passe com que vai entrar.',
  repeat: 'Repita a palavra-passe',
  differs: 'As duas palavras-passe não são iguais.',
  used: {
    title: 'Esta ligação já foi usada',
    text: 'Funciona uma só vez. Se escolheu a sua palavra-passe com ela, entre.',
  },
  ended: {
    title: 'Esta ligação terminou',
    text: 'Valia 24 horas. Peça uma nova à pessoa que lha deu.',
  },
  invalid: {
    title: 'Esta ligação não funciona',
    text: 'Pode faltar uma parte. Abra a ligação completa, ou peça uma nova.',
  },
  signedIn: 'Entrou com outra conta. Saia primeiro e depois abra de novo a ligação.',
};
