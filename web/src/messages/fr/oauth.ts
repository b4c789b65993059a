import type { Messages } from '../texts.ts';

export const oauth: Messages['oauth'] = {
  otherWays: 'Autres moyens de connexion',
  or: 'ou',
  continueWith: (provider) => `Continuer avec ${provider}`,
  theProvider: 'ce service',
  registrationClosed: (provider) =>
    `Il n’y a pas de compte ici pour votre connexion avec ${provider}, et les inscriptions sont fermées. Rien n’a été enregistré.`,
  oneMoreStep: {
    title: 'Encore une étape',
    text: (provider) =>
      `Il n’y a pas encore de compte ici pour votre connexion avec ${provider}. Saisissez un code d’inscription pour en créer un. Vous vous connecterez ensuite encore une fois avec ${provider}.`,
    continue: 'Continuer',
    haveAccount: (provider, link) => [
      'Vous avez déjà un compte\u00a0? ',
      link('Retour à la connexion'),
      `\u00a0: connectez-vous comme d’habitude. Ensuite, associez la connexion avec ${provider} sur la page de votre compte. Rien n’est enregistré tant que vous n’avez pas saisi de code.`,
    ],
  },
};
