import { format } from '../../../messages/current-format.ts';
import type { ConsoleTexts } from '../texts.ts';

export const room: ConsoleTexts['room'] = {
  title: 'Entrez',
  step: 'Scannez, ou ouvrez',
  stepRegister: 'Pour créer un compte, scannez, ou ouvrez',
  enter: 'et saisissez le code',
  in: (peopleIn, places, bold) => [
    bold(format.number(peopleIn)),
    format.plural(peopleIn, {
      one: ` présent sur ${format.number(places)}`,
      other: ` présents sur ${format.number(places)}`,
    }),
  ],
  left(ms, bold) {
    const minutes = Math.ceil(ms / 60_000);
    const hours = Math.floor(minutes / 60);
    if (minutes < 120) return ['encore ', bold(format.duration(minutes * 60_000))];
    if (hours < 48) return ['encore ', bold(format.duration(hours * 3_600_000))];
    return ['encore ', bold(format.duration(Math.floor(hours / 24) * 86_400_000))];
  },
  announcement: (peopleIn, places, left) =>
    `${format.plural(peopleIn, { one: `${format.number(peopleIn)} personne présente`, other: `${format.number(peopleIn)} personnes présentes` })} sur ${format.number(places)}. ${format.plural(left, { one: `${format.number(left)} place libre`, other: `${format.number(left)} places libres` })}.`,
  ended: 'Ce code a expiré.',
  revoked: 'Ce code est fermé.',
  full: 'Toutes les places sont prises.',
  notYet: (when) => `Ouverture\u00a0: ${when}.`,
  lost: 'Pas de connexion. Les chiffres ne sont peut-être plus à jour.',
};
