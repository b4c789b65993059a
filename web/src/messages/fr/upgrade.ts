import type { Messages } from '../texts.ts';

export const upgrade: Messages['upgrade'] = {
  text: 'Toutes vos conversations restent, et vous pourrez les ouvrir sur n’importe quel appareil.',
  haveAccount: (link) => ['Vous avez déjà un compte\u00a0? ', link('Connectez-vous')],
  notNow: (link) => ['Pas maintenant\u00a0? ', link('Rester invité')],
  notYours: (link) => ['Ce n’est pas votre compte\u00a0? ', link('Utiliser une autre adresse')],
  existing: {
    title: 'Connectez-vous à votre compte',
    taken: (email) =>
      `Il existe déjà un compte avec l’adresse ${email}. Si c’est le vôtre, connectez-vous ici. Vos conversations d’invité n’ont pas changé.`,
    takenByProvider: (provider) =>
      `Il existe déjà un compte pour votre connexion avec ${provider}, ou avec son e-mail. Si c’est le vôtre, connectez-vous ici. Vos conversations d’invité n’ont pas changé.`,
    untouched: (why) => `${why} Vos conversations d’invité n’ont pas changé.`,
  },
  choice: {
    question: 'Que faire de vos conversations d’invité\u00a0?',
    move: 'Emporter mes conversations',
    moveHint: 'Elles s’ajoutent aux conversations de votre compte.',
    erase: 'Supprimer mes conversations',
    eraseHint: 'Elles sont définitivement supprimées quand vous vous connectez.',
    chooseFirst: 'Choisissez d’abord, puis connectez-vous.',
  },
};
