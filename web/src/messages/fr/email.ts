import { format } from '../current-format.ts';
import type { Messages } from '../texts.ts';

export const email: Messages['email'] = {
  check: {
    title: 'Consultez votre boîte e-mail',
    text: (address) => [
      'Nous avons envoyé un lien à ',
      address,
      '. Ouvrez-le pour confirmer votre adresse, ou saisissez ici le code reçu par e-mail. Vous pourrez ensuite discuter.',
    ],
  },
  confirm: {
    title: 'Confirmez votre adresse e-mail',
    text: (address) => [
      'Nous avons envoyé un lien à ',
      address,
      '. Ouvrez-le, ou saisissez ici le code reçu par e-mail. Cette page continuera d’elle-même.',
    ],
    notYours: (link) => ['Ce n’est pas votre adresse\u00a0? ', link('Utiliser une autre adresse')],
  },
  byCode: {
    label: 'Code reçu par e-mail',
    button: 'Confirmer',
    text: 'Saisissez votre adresse e-mail et le code de l’e-mail que nous vous avons envoyé. Le code est valable 15 minutes.',
    forNewAddress: (address) =>
      `Vous êtes connecté avec ${address}. Si vous avez demandé une autre adresse, saisissez-la, avec le code de l’e-mail que nous y avons envoyé.`,
    newLetter:
      'Pas d’e-mail, ou un ancien\u00a0? Saisissez votre adresse e-mail ci-dessus et appuyez sur «\u00a0Renvoyer\u00a0».',
  },
  nothingArrived: 'Toujours rien après quelques minutes\u00a0? Regardez dans les courriers indésirables.',
  resend: 'Renvoyer',
  resendIn: (seconds) => `Vous pourrez le renvoyer dans ${format.countdown(seconds)}.`,
  sentAgain: 'Renvoyé.',
  verify: {
    confirming: 'Confirmation de votre adresse e-mail',
    confirmed: 'Votre adresse e-mail est confirmée',
    notConfirmed: 'Votre adresse e-mail n’est pas encore confirmée',
    youCanChat: 'Vous pouvez maintenant discuter.',
    logInToChat: 'Connectez-vous pour discuter.',
    logInFirst: 'Connectez-vous pour confirmer votre adresse e-mail',
    linkStaysValid: 'Vous n’êtes pas connecté dans ce navigateur. Votre lien reste valable.',
    byProvider: (link) => [
      'Vous vous connectez avec un autre service\u00a0? ',
      link('Connectez-vous d’abord'),
      ', puis ouvrez de nouveau le lien de l’e-mail.',
    ],
  },
  otherAccount: {
    title: 'Ce lien appartient à un autre compte',
    textForGuest:
      'Vous êtes ici en tant qu’invité. Ouvrez le lien là où vous vous êtes inscrit, ou connectez-vous d’abord à votre compte.',
    text: (address) =>
      `Vous êtes connecté avec ${address}. Ouvrez le lien là où vous vous êtes inscrit, ou déconnectez-vous d’abord.`,
  },
};
