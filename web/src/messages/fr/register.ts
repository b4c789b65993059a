import type { Messages } from '../texts.ts';

export const register: Messages['register'] = {
  yourAccount: 'Votre compte',
  haveAccount: (link) => ['Vous avez déjà un compte\u00a0? ', link('Se connecter')],
  codeFirst: 'Saisissez votre code pour continuer.',
  fromLink: 'Repris de votre lien.',
  anotherCode: 'Saisir un autre code',
  logInWithCode: 'L’utiliser pour se connecter',
  logInInstead: 'Se connecter plutôt',
  impossible: 'L’inscription n’est pas possible pour le moment. Adressez-vous aux responsables de ce site.',
  closed: {
    title: 'Les inscriptions sont fermées',
    text: 'Il n’est pas possible de créer un compte pour le moment.',
  },
};
