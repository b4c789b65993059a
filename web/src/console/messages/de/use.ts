import { format } from '../../../messages/current-format.ts';
import type { ConsoleTexts } from '../texts.ts';

export const use: ConsoleTexts['use'] = {
  title: 'Nutzung',
  text: 'Was die Codes gebracht haben, gezählt ohne Personen. Zahlen von 1 bis 4 erscheinen als „<5“.',
  from: 'Von',
  until: 'Bis',
  by: 'Nach',
  byDay: 'Tag',
  byLabel: 'Bezeichnung',
  byBatch: 'Stapel',
  byAssistant: 'Assistent',
  onlyBatch: 'Nur die Codes eines Stapels.',
  show: 'Zeigen',
  entries: 'Hereingekommen',
  conversions: 'Mitglied geworden',
  registrations: 'Konten erstellt',
  messages: 'Nachrichten',
  tokens: 'Tokens',
  total: 'Insgesamt',
  noName: 'Keine Angabe',
  perDay: {
    entries: 'Hereingekommen pro Tag',
    conversions: 'Neue Mitglieder pro Tag',
    registrations: 'Neue Konten pro Tag',
    messages: 'Nachrichten pro Tag',
    tokens: 'Tokens pro Tag',
  },
  nothing: 'In dieser Zeit ist nichts geschehen.',
  few: '<5',
  number: (value) => format.number(value),
};
