import { format } from '../../../messages/current-format.ts';
import type { ConsoleTexts } from '../texts.ts';

export const use: ConsoleTexts['use'] = {
  title: 'Utilisation',
  text: 'Ce que les codes ont apporté, compté sans les personnes. Les nombres de 1 à 4 sont affichés «\u00a0<5\u00a0».',
  from: 'Du',
  until: 'Au',
  by: 'Par',
  byDay: 'Jour',
  byLabel: 'Étiquette',
  byBatch: 'Lot',
  byAssistant: 'Assistant',
  onlyBatch: 'Seulement les codes d’un lot.',
  show: 'Afficher',
  entries: 'Entrées',
  conversions: 'Devenus membres',
  registrations: 'Comptes créés',
  messages: 'Messages',
  tokens: 'Jetons',
  total: 'En tout',
  noName: 'Sans',
  perDay: {
    entries: 'Entrées par jour',
    conversions: 'Nouveaux membres par jour',
    registrations: 'Nouveaux comptes par jour',
    messages: 'Messages par jour',
    tokens: 'Jetons par jour',
  },
  nothing: 'Rien ne s’est passé pendant cette période.',
  few: '<5',
  number: (value) => format.number(value),
};
