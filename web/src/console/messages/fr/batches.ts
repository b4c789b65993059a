import { format } from '../../../messages/current-format.ts';
import type { ConsoleTexts } from '../texts.ts';

const codesOf = (count: number) =>
  format.plural(count, {
    one: `${format.number(count)} code`,
    many: `${format.number(count)} de codes`,
    other: `${format.number(count)} codes`,
  });

export const batches: ConsoleTexts['batches'] = {
  title: 'Lots',
  text: 'Ce qui a été créé ou importé ensemble.',
  empty: 'Il n’y a pas encore de lot.',
  columns: { batch: 'Lot', codes: 'Codes', made: 'Créé', by: 'Par' },
  unnamed: (when) => `Créé le ${when}`,
  codes: codesOf,
  back: 'Tous les lots',
  sums: (codes, used, allowed) =>
    `${codesOf(codes)}\u00a0; places utilisées\u00a0: ${format.number(used)} sur ${format.number(allowed)}.`,
  facts: {
    made: 'Créé',
    note: 'Texte sur les cartes',
    entries: 'Entrées',
    converted: 'Devenus membres',
    peopleIn: 'Présents',
    messages: 'Messages',
    tokens: 'Jetons',
  },
  all: 'Tous les codes de ce lot',
  show: 'Voir ses codes',
  use: 'Voir son utilisation',
};
