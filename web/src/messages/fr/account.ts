import { format } from '../current-format.ts';
import type { Messages } from '../texts.ts';

export const account: Messages['account'] = {
  title: 'Compte',
  toConsole: 'Ouvrir l’administration',
  linked: (provider) => `${provider} est associé.`,
  language: 'Pour ces pages, et pour les e-mails que nous vous envoyons.',
  email: {
    notConfirmed: ' (pas encore confirmée)',
    mailSent: (address) =>
      `Nous avons envoyé un lien à ${address}. Votre adresse changera quand vous l’ouvrirez. D’ici là, l’adresse ci-dessus reste valable.`,
    label: 'Nouvelle adresse e-mail',
    button: 'Changer d’adresse e-mail',
    withoutMail: 'Elle ne peut pas être modifiée\u00a0: l’e-mail n’est pas configuré ici.',
  },
  password: {
    none: 'Vous n’en avez pas encore. Vous vous connectez avec un autre service.',
    done: 'Votre nouveau mot de passe est enregistré. Toutes les autres sessions sont terminées.',
    current: 'Mot de passe actuel',
    button: 'Changer le mot de passe',
  },
  logins: {
    title: 'Moyens de connexion',
    linkAnother: 'Associez une autre connexion pour avoir un deuxième moyen de vous connecter.',
    withEmail: 'Avec votre e-mail',
    linkedOn: (time) => `Associé le ${format.day(time)}`,
    unlink: 'Dissocier',
    unlinkProvider: (provider) => `Dissocier ${provider}`,
    link: (provider) => `Associer ${provider}`,
  },
  sessions: {
    title: 'Sessions',
    since: (time) => `Depuis\u00a0: ${format.moment(time)}`,
    thisDevice: 'Cet appareil, actif maintenant',
    lastActive: (time) => `Dernière activité\u00a0: ${format.moment(time)}`,
    logOut: 'Déconnecter',
    ofDevice: (device) => ` la session sur ${device}`,
    unknownDevice: 'Appareil inconnu',
    logOutOthers: 'Déconnecter toutes les autres',
    none: 'Vous n’êtes connecté nulle part ailleurs.',
  },
  data: {
    title: 'Vos données',
    text: 'Tout ce que nous conservons à votre sujet, y compris vos conversations, dans un fichier JSON.',
    button: 'Télécharger mes données',
  },
  remove: {
    title: 'Supprimer le compte',
    text: 'Votre compte et toutes vos conversations seront définitivement supprimés.',
    button: 'Supprimer mon compte',
    question: 'Supprimer votre compte\u00a0?',
    warning: (email) =>
      `Votre compte ${email} et toutes vos conversations seront définitivement supprimés, sur tous les appareils.`,
    keep: 'Le garder',
    confirm: 'Tout supprimer',
  },
  confirm: {
    title: 'Confirmez que c’est bien vous',
    byPassword: 'Votre connexion date un peu. Saisissez votre mot de passe pour continuer.',
    byLogin: 'Votre connexion date un peu. Reconnectez-vous pour continuer. Vous reviendrez sur cette page.',
    logInAgain: (provider) => `Se reconnecter avec ${provider}`,
    button: 'Confirmer',
  },
};
