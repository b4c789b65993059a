import { format } from '../../../messages/current-format.ts';
import type { ConsoleTexts } from '../texts.ts';

const codesOf = (count: number) =>
  format.plural(count, { one: 'Ein Code', other: `${format.number(count)} Codes` });

export const batches: ConsoleTexts['batches'] = {
  title: 'Stapel',
  text: 'Was zusammen erstellt oder importiert wurde.',
  empty: 'Es gibt noch keine Stapel.',
  columns: { batch: 'Stapel', codes: 'Codes', made: 'Erstellt', by: 'Von' },
  unnamed: (when) => `Erstellt am ${when}`,
  codes: codesOf,
  back: 'Alle Stapel',
  sums: (codes, used, allowed) =>
    `${codesOf(codes)}, ${format.number(used)} von ${format.number(allowed)} Plätzen benutzt.`,
  facts: {
    made: 'Erstellt',
    note: 'Text auf den Karten',
    entries: 'Hereingekommen',
    converted: 'Mitglied geworden',
    peopleIn: 'Gerade da',
    messages: 'Nachrichten',
    tokens: 'Tokens',
  },
  all: 'Alle Codes dieses Stapels',
  show: 'Codes zeigen',
  use: 'Nutzung zeigen',
};
