import { format } from '../../../messages/current-format.ts';
import type { ConsoleTexts } from '../texts.ts';

const codesOf = (count: number) =>
  format.plural(count, {
    one: `${format.number(count)} code`,
    many: `${format.number(count)} de codes`,
    other: `${format.number(count)} codes`,
  });
const peopleOf = (count: number) =>
  format.plural(count, {
    one: `${format.number(count)} personne`,
    many: `${format.number(count)} de personnes`,
    other: `${format.number(count)} personnes`,
  });

export const make: ConsoleTexts['make'] = {
  title: 'Créer des codes',
  text: 'Un code par carte, prêt à imprimer et à distribuer.',
  kind: 'Ce que le code ouvre',
  login: { title: 'Une conversation d’invité', text: 'Sans compte. Supprimée à la déconnexion.' },
  registration: { title: 'Un compte', text: 'Les conversations restent. Un par personne.' },
  count: 'Nombre de codes',
  allowed: 'Personnes par code',
  validFrom: 'Valable à partir du',
  validUntil: 'Valable jusqu’au',
  label: 'Étiquette',
  labelHint: 'Pour vous seulement\u00a0: pour retrouver ces codes.',
  note: 'Votre texte sur la carte',
  letters: (count, max) => `${format.number(count)} caractères sur ${format.number(max)}`,
  more: 'Autres conditions',
  assistant: 'Assistant',
  defaultAssistant: 'L’assistant par défaut',
  language: 'Langue',
  anyLanguage: 'La langue du navigateur de chaque personne',
  messagesPerPerson: 'Messages par personne',
  messagesPerDay: 'Messages par jour et par personne',
  minutes: 'Minutes par invité',
  minutesHint: 'Ensuite, la conversation se termine et est supprimée.',
  atOnce: 'Invités en même temps',
  atOnceHint: 'Le suivant attend que quelqu’un parte.',
  budget: 'Jetons pour tous ensemble',
  noLimit: 'Vide\u00a0: pas de limite.',
  ownCode: 'Texte du code',
  ownCodeHint: 'Vide\u00a0: Foyer en crée un que personne ne peut deviner.',
  short: 'Codes courts, à recopier depuis un écran',
  shortHint: 'Six caractères, comme K7M-4PQ. Valables au plus 24 heures, pour au plus 500 personnes.',
  hours: 'Nombre d’heures de validité',
  sum: (codes, people, bold) => [
    format.plural(codes, {
      one: `${codesOf(codes)} laisse entrer au plus `,
      other: `${codesOf(codes)} laissent entrer au plus `,
    }),
    bold(peopleOf(people)),
    '.',
  ],
  button: (count) => `Créer ${codesOf(count)}`,
  preview: {
    label: 'Aperçu de la carte',
    qr: 'Code QR du lien',
    text: (sheets) =>
      `85 × 54 mm, dix par feuille A4\u00a0: ${format.plural(sheets, { one: `${format.number(sheets)} feuille`, other: `${format.number(sheets)} feuilles` })}. Le code affiché est un exemple.`,
    private:
      'Cette adresse ne fonctionne que sur cet ordinateur. Définissez PUBLIC_URL avant d’imprimer, sinon personne ne pourra utiliser les cartes.',
  },
  problems: {
    count: (max) => `Saisissez un nombre de 1 à ${format.number(max)}.`,
    number: 'Saisissez un nombre entier, au moins 1.',
    day: 'Saisissez un jour.',
    order: 'Ce jour est avant le premier.',
    ended: 'Ce jour est passé.',
    hours: 'Saisissez un nombre de 1 à 24.',
    note: (max) => `La carte peut contenir au plus ${format.number(max)} caractères.`,
    one: 'Un seul code peut avoir ce texte. Créez un seul code, ou laissez le champ vide.',
  },
  done: {
    title: (count) => `${codesOf(count)} ${format.plural(count, { one: 'est prêt', other: 'sont prêts' })}`,
    print: 'Imprimer des cartes',
    copy: (count) => format.plural(count, { one: 'Copier le lien', other: 'Copier tous les liens' }),
    copied: 'Copié',
    csv: 'Télécharger en CSV',
    room: 'Afficher dans la salle',
    again: 'En créer d’autres',
    batch: 'Voir qui entre',
    more: (count) =>
      format.plural(count, {
        one: `et ${format.number(count)} autre`,
        many: `et ${format.number(count)} d’autres`,
        other: `et ${format.number(count)} autres`,
      }),
    printed:
      'Le PDF est dans vos téléchargements. Imprimez-le à 100\u00a0%, puis coupez d’un repère à l’autre.',
  },
};
