import type { ConsoleTexts } from '../texts.ts';

export const setUp: ConsoleTexts['setUp'] = {
  title: 'Choisissez votre mot de passe',
  text: (email) => `Vous allez administrer ce site avec le compte ${email}.`,
  textWithoutEmail:
    'Vous êtes la première personne à administrer ce site. Choisissez l’e-mail et le mot de passe avec lesquels vous vous connecterez.',
  repeat: 'Mot de passe, encore une fois',
  differs: 'Les deux mots de passe ne sont pas identiques.',
  used: {
    title: 'Ce lien a déjà servi',
    text: 'Il fonctionne une seule fois. Si vous avez choisi votre mot de passe avec ce lien, connectez-vous.',
  },
  ended: {
    title: 'Ce lien a expiré',
    text: 'Il était valable 24 heures. Demandez-en un nouveau à la personne qui vous l’a donné.',
  },
  invalid: {
    title: 'Ce lien ne fonctionne pas',
    text: 'Il en manque peut-être une partie. Ouvrez le lien entier, ou demandez-en un nouveau.',
  },
  signedIn: 'Vous êtes connecté avec un autre compte. Déconnectez-vous, puis ouvrez de nouveau le lien.',
};
