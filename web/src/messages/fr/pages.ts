import type { Messages } from '../texts.ts';

export const pages: Messages['pages'] = {
  floor: { imprint: 'Qui sommes-nous', privacy: 'Confidentialité', support: 'Aide' },
  broken: {
    title: 'Cette page n’a pas pu être affichée',
    text: 'Foyer a peut-être été mis à jour, ou la connexion s’est interrompue.',
    reload: 'Recharger',
  },
  loadFailed: {
    title: 'Cette page n’a pas pu être chargée',
    text: 'La connexion s’est interrompue, ou Foyer a été mis à jour.',
    reload: 'Recharger',
  },
  unreachable: { title: 'Foyer est injoignable' },
  invalidLink: { title: 'Ce lien ne fonctionne pas' },
  logInToAccount: 'Connectez-vous à votre compte',
};
