import { format } from '../current-format.ts';
import type { Messages } from '../texts.ts';

export const logOut: Messages['logOut'] = {
  button: 'Se déconnecter',
  done: 'Vous êtes déconnecté.',
  failed: (why) => `Vous êtes toujours connecté. ${why}`,
  failedForGuest: (why) => `Rien n’a pu être supprimé, et vous êtes toujours connecté. ${why}`,
  title: 'Se déconnecter\u00a0?',
  titleForGuest: 'Se déconnecter et supprimer vos conversations\u00a0?',
  titleForNewMember: 'Vous avez maintenant un compte',
  textForUnknown:
    'Si vous êtes ici en tant qu’invité, toutes vos conversations seront définitivement supprimées. Celles d’un compte restent.',
  textForGuest:
    'Vous êtes ici en tant qu’invité. Tout ce qui se trouve ici est effacé du serveur tout de suite, et personne ne peut le récupérer.',
  textForUpgradableGuest:
    'Vous êtes ici en tant qu’invité. Tout ce qui se trouve ici est effacé du serveur tout de suite, et personne ne peut le récupérer. Avec un compte, cela reste.',
  textForNewMember: (email) =>
    `Rien n’a été supprimé. Vos conversations appartiennent maintenant au compte ${email} et y restent. Se déconnecter quand même\u00a0?`,
  chats: 'Conversations',
  elsewhere: 'Autres onglets et appareils',
  elsewhereToo: 'déconnectés aussi',
  stay: 'Rester',
  logOutAndDelete: 'Se déconnecter et supprimer',
  logOutOfAccount: 'Se déconnecter du compte',
  leaveQuickly: 'Quitter vite',
  cover: 'Chargement',
  leaveQuicklyHint:
    'Supprime toutes vos conversations et affiche un autre site. Vous pouvez aussi appuyer trois fois sur la touche Maj.',
  shiftHint: (left) => `Maj\u00a0: encore ${format.number(left)} fois pour quitter`,
};
