import type { Messages } from '../texts.ts';

export const resetPassword: Messages['resetPassword'] = {
  request: {
    title: 'Mot de passe oublié\u00a0?',
    text: 'Nous vous enverrons par e-mail un lien pour en choisir un nouveau.',
    sent: 'S’il existe un compte pour cette adresse, nous avons envoyé un lien.',
    enterCode: 'Le lien ne fonctionne pas\u00a0? Saisissez le code de l’e-mail',
    button: 'Envoyer le lien',
    remembered: (link) => ['Il vous est revenu\u00a0? ', link('Se connecter')],
  },
  set: {
    title: 'Choisir un nouveau mot de passe',
    text: 'Vous serez connecté ici et déconnecté partout ailleurs.',
    textForGuest: 'Toutes les sessions de votre compte se terminent. Ici, vous restez invité.',
    byCode:
      'Saisissez votre adresse e-mail, le code de l’e-mail que nous vous avons envoyé et un nouveau mot de passe.',
    newLetter: 'Pas d’e-mail, ou un ancien\u00a0? Demandez-en un nouveau',
    newLinkWithoutMail: 'Demandez-en un nouveau aux responsables de ce site.',
    knowPassword: (link) => ['Vous connaissez votre mot de passe\u00a0? ', link('Se connecter')],
  },
  setForGuest: {
    title: 'Votre nouveau mot de passe est enregistré',
    text: 'Vous êtes toujours ici en tant qu’invité. Connectez-vous à votre compte, et choisissez ce que deviennent vos conversations.',
    textWithoutUpgrade:
      'Vous êtes toujours ici en tant qu’invité. Déconnectez-vous d’abord, puis connectez-vous à votre compte.',
  },
};
