import { format } from '../../../messages/current-format.ts';
import type { ConsoleTexts } from '../texts.ts';

const peopleOf = (count: number) =>
  format.plural(count, { one: 'eine Person', other: `${format.number(count)} Personen` });

export const make: ConsoleTexts['make'] = {
  title: 'Codes erstellen',
  text: 'Auf jeder Karte ein Code, fertig zum Drucken und Verteilen.',
  kind: 'Was ein Code öffnet',
  login: { title: 'Einen Chat als Gast', text: 'Ohne Konto. Wird beim Abmelden gelöscht.' },
  registration: { title: 'Ein Konto', text: 'Die Chats bleiben. Eines für jede Person.' },
  count: 'Wie viele Codes',
  allowed: 'Personen pro Code',
  validFrom: 'Gültig ab',
  validUntil: 'Gültig bis',
  label: 'Bezeichnung',
  labelHint: 'Nur für Sie: Damit finden Sie diese Codes wieder.',
  note: 'Ihr Text auf der Karte',
  letters: (count, max) => `${format.number(count)} von ${format.number(max)} Zeichen`,
  more: 'Weitere Bedingungen',
  assistant: 'Assistent',
  defaultAssistant: 'Der voreingestellte Assistent',
  language: 'Sprache',
  anyLanguage: 'Die Sprache des eigenen Browsers',
  messagesPerPerson: 'Nachrichten pro Person',
  messagesPerDay: 'Nachrichten pro Person und Tag',
  minutes: 'Minuten pro Gast',
  minutesHint: 'Danach endet der Chat und wird gelöscht.',
  atOnce: 'Gäste zur selben Zeit',
  atOnceHint: 'Wer danach kommt, wartet, bis jemand geht.',
  budget: 'Tokens für alle zusammen',
  noLimit: 'Leer: keine Grenze.',
  ownCode: 'Text des Codes',
  ownCodeHint: 'Leer: Foyer erfindet einen, den niemand erraten kann.',
  short: 'Kurze Codes, zum Abtippen vom Bildschirm',
  shortHint: 'Sechs Zeichen, wie K7M-4PQ. Sie gelten höchstens 24 Stunden und für höchstens 500 Personen.',
  hours: 'Wie viele Stunden gültig',
  sum: (codes, people, bold) => [
    format.plural(codes, {
      one: 'Ein Code lässt höchstens ',
      other: `${format.number(codes)} Codes lassen höchstens `,
    }),
    bold(peopleOf(people)),
    ' herein.',
  ],
  button: (count) =>
    format.plural(count, { one: 'Einen Code erstellen', other: `${format.number(count)} Codes erstellen` }),
  preview: {
    label: 'Vorschau der Karte',
    qr: 'QR-Code des Links',
    text: (sheets) =>
      format.plural(sheets, {
        one: '85 × 54 mm, zehn auf einem A4-Blatt: ein Blatt. Der Code ist nur ein Beispiel.',
        other: `85 × 54 mm, zehn auf einem A4-Blatt: ${format.number(sheets)} Blätter. Der Code ist nur ein Beispiel.`,
      }),
    private:
      'Diese Adresse funktioniert nur auf diesem Computer. Setzen Sie PUBLIC_URL, bevor Sie drucken, sonst kann niemand die Karten benutzen.',
  },
  problems: {
    count: (max) => `Geben Sie eine Zahl von 1 bis ${format.number(max)} ein.`,
    number: 'Geben Sie eine ganze Zahl ein, mindestens 1.',
    day: 'Geben Sie einen Tag ein.',
    order: 'Dieser Tag liegt vor dem ersten.',
    ended: 'Dieser Tag ist vorbei.',
    hours: 'Geben Sie eine Zahl von 1 bis 24 ein.',
    note: (max) => `Auf die Karte passen höchstens ${format.number(max)} Zeichen.`,
    one: 'Nur ein Code kann diesen Text haben. Erstellen Sie einen Code, oder lassen Sie das Feld leer.',
  },
  done: {
    title: (count) =>
      format.plural(count, {
        one: 'Ein Code ist fertig',
        other: `${format.number(count)} Codes sind fertig`,
      }),
    print: 'Karten drucken',
    copy: (count) => format.plural(count, { one: 'Link kopieren', other: 'Alle Links kopieren' }),
    copied: 'Kopiert',
    csv: 'CSV herunterladen',
    room: 'Im Raum zeigen',
    again: 'Weitere erstellen',
    batch: 'Sehen, wer hereinkommt',
    more: (count) =>
      format.plural(count, { one: 'und ein weiterer', other: `und ${format.number(count)} weitere` }),
    printed:
      'Das PDF ist in Ihren Downloads. Drucken Sie es mit 100\u00a0%, und schneiden Sie von Marke zu Marke.',
  },
};
