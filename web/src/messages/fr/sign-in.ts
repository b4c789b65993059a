import { format } from '../current-format.ts';
import type { Messages } from '../texts.ts';

export const signIn: Messages['signIn'] = {
  landing: {
    title: 'Un chat avec une IA, sur invitation',
    lead: 'Vous avez une invitation à parler avec un assistant IA.',
    leadOf: (house) => `${house} vous invite à parler avec un assistant IA.`,
    asGuest: 'Sans compte. Vos conversations sont supprimées quand vous vous déconnectez.',
    orKeep: 'ou garder vos conversations',
    withAccount: 'Vos conversations restent dans votre compte jusqu’à ce que vous les supprimiez.',
  },
  continueAsGuest: 'Continuer en tant qu’invité',
  guestAccessClosed: 'L’accès invité est fermé pour le moment',
  guestAccessJustClosed: 'L’accès invité est fermé pour le moment. Réessayez plus tard, ou connectez-vous.',
  login: {
    withoutAccount: 'Sans compte',
    haveCode: 'J’ai un code d’invitation',
    orWithAccount: 'ou avec votre compte',
    newAddress:
      'Connectez-vous avec l’e-mail et le mot de passe que vous venez d’utiliser. Vous pourrez ensuite changer l’e-mail.',
    forgotPassword: 'Mot de passe oublié\u00a0?',
    forgotWithoutMail: 'L’e-mail n’est pas configuré ici. Demandez de l’aide aux responsables de ce site.',
    registerWithCode: 'L’utiliser pour s’inscrire',
  },
  invited: {
    title: 'Vous avez une invitation',
    text: 'Vous entrez en tant qu’invité, sans compte. Vos conversations sont supprimées quand vous vous déconnectez.',
    otherWays: 'Autres façons d’entrer',
  },
  waiting: {
    title: 'Patientez un instant',
    text: 'Vous entrerez automatiquement. Laissez cette page ouverte.',
    otherWays: 'Autres façons d’entrer',
    full: 'Toutes les places sont prises',
    fullText: 'Vous entrerez dès que quelqu’un partira. Laissez cette page ouverte.',
    ended: 'Ce code a expiré pendant que vous attendiez.',
  },
  timeOver: {
    title: 'Votre temps est écoulé',
    text: 'Ce que vous avez écrit a été supprimé, ici et sur le serveur.',
    more: 'S’il vous faut plus de temps, demandez à la personne qui vous a donné le code.',
    button: 'Vers la page d’accueil',
  },
  unusableLink:
    'Le code de votre lien n’est pas valable. Il est peut-être épuisé ou expiré. Demandez-en un nouveau à la personne qui vous l’a donné.',
  linkUnchecked: (why) => `Le code de votre lien n’a pas pu être vérifié. ${why}`,
  signedOut: {
    ended: 'Votre session est terminée. Connectez-vous pour continuer.',
    guestEnded: (ttlMs) =>
      `Votre session est terminée. Vos conversations d’invité sont supprimées au plus tard ${format.duration(ttlMs)} après votre dernière visite.`,
    loginNeeded: 'Connectez-vous pour continuer.',
    deleted: 'Votre compte et toutes vos conversations sont supprimés.',
  },
};
