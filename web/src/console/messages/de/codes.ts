import { format } from '../../../messages/current-format.ts';
import type { ConsoleTexts } from '../texts.ts';

const codesOf = (count: number) =>
  format.plural(count, { one: 'einen Code', other: `${format.number(count)} Codes` });
const begun = (count: number) =>
  format.plural(count, { one: 'Einen Code', other: `${format.number(count)} Codes` });

export const codes: ConsoleTexts['codes'] = {
  title: 'Codes',
  sums(codes, open, remaining) {
    const all = format.plural(codes, { one: 'Ein Code', other: `${format.number(codes)} Codes` });
    const places = format.plural(remaining, {
      one: 'einem freien Platz',
      other: `${format.number(remaining)} freien Plätzen`,
    });
    return `${all}. ${format.plural(open, { one: 'Einer ist', other: `${format.number(open)} sind` })} offen, mit ${places}.`;
  },
  make: 'Codes erstellen',
  import: 'Importieren',
  empty: {
    title: 'Noch keine Codes',
    text: 'Erstellen Sie Ihre ersten Codes, drucken Sie sie als Karten, und verteilen Sie sie.',
  },
  find: 'Code, Stapel oder Bezeichnung suchen',
  findHint: 'Ein ganzer Code oder eine ganze Bezeichnung.',
  filters: {
    state: 'Zustand',
    everyState: 'Alle Zustände',
    kind: 'Art',
    everyKind: 'Beide Arten',
    batch: 'Stapel',
    everyBatch: 'Alle Stapel',
    everyLabel: 'Alle Bezeichnungen',
    label: 'Bezeichnung',
    assistant: 'Assistent',
    everyAssistant: 'Alle Assistenten',
    createdFrom: 'Erstellt ab',
    createdUntil: 'Erstellt bis',
    endsFrom: 'Läuft ab von',
    endsUntil: 'Läuft ab bis',
    sort: 'Reihenfolge',
    newest: 'Neueste zuerst',
    oldest: 'Älteste zuerst',
    endsFirst: 'Läuft zuerst ab',
    endsLast: 'Läuft zuletzt ab',
  },
  columns: {
    code: 'Code',
    state: 'Zustand',
    opens: 'Art und Bezeichnung',
    used: 'Benutzt',
    until: 'Gültig bis',
    lastUsed: 'Zuletzt benutzt',
  },
  used: (used, allowed) => `${format.number(used)} von ${format.number(allowed)}`,
  from: (day) => `ab ${day}`,
  notTold: 'Nicht erfasst',
  hiddenCode: 'Verborgener Code',
  hidden: 'Die Codes sind verborgen, denn Ihre Anmeldung liegt eine Weile zurück.',
  showCodes: 'Codes zeigen',
  choose: (code) => `${code} auswählen`,
  chooseAll: 'Alle auf dieser Seite auswählen',
  chosen: (count) =>
    format.plural(count, { one: 'Ein Code ausgewählt', other: `${format.number(count)} Codes ausgewählt` }),
  chooseMatching: (count) => `Alle ${format.number(count)} auswählen`,
  chosenRegion: 'Ausgewählte Codes',
  unchoose: 'Auswahl aufheben',
  acts: {
    print: 'Karten drucken',
    export: 'Exportieren',
    revoke: 'Widerrufen',
    restore: 'Wiederherstellen',
    extend: 'Verlängern',
    relabel: 'Bezeichnung ändern',
  },
  counting: 'Zählt …',
  revoke: {
    title: (count) => `${begun(count)} widerrufen?`,
    text: 'Niemand kann mehr damit hereinkommen. Wer schon da ist, bleibt.',
    button: (count) => `${begun(count)} widerrufen`,
    done: (count) =>
      format.plural(count, {
        one: 'Ein Code widerrufen.',
        other: `${format.number(count)} Codes widerrufen.`,
      }),
    undone: (count) =>
      format.plural(count, {
        one: 'Ein Code gilt wieder.',
        other: `${format.number(count)} Codes gelten wieder.`,
      }),
  },
  restore: {
    title: (count) => `${begun(count)} wiederherstellen?`,
    text: 'Man kann damit wieder hereinkommen, soweit Plätze frei sind und die Zeit nicht abgelaufen ist.',
    button: (count) => `${begun(count)} wiederherstellen`,
  },
  extend: {
    title: (count) => `${begun(count)} verlängern?`,
    field: 'Gültig bis',
    hint: 'Bis zum Ende dieses Tages.',
    button: (count) => `${begun(count)} verlängern`,
    done: (count, until) =>
      format.plural(count, {
        one: `Ein Code gilt bis zum ${until}.`,
        other: `${format.number(count)} Codes gelten bis zum ${until}.`,
      }),
  },
  relabel: {
    title: (count) => `Bezeichnung für ${codesOf(count)}`,
    field: 'Bezeichnung',
    hint: 'Leer: keine Bezeichnung.',
    button: (count) => `${begun(count)} ändern`,
    done: (count) =>
      format.plural(count, { one: 'Ein Code geändert.', other: `${format.number(count)} Codes geändert.` }),
  },
  print: {
    title: (count) =>
      format.plural(count, { one: 'Eine Karte drucken', other: `${format.number(count)} Karten drucken` }),
    paper: 'Papier',
    sheets: 'Bögen zum Schneiden',
    sheetsHint: (sheets) =>
      format.plural(sheets, {
        one: 'Zehn Karten auf einer A4-Seite: eine Seite.',
        other: `Zehn Karten auf einer A4-Seite: ${format.number(sheets)} Seiten.`,
      }),
    single: 'Eine große Karte auf jeder Seite',
    singleHint: 'Zum Aufhängen an der Wand.',
    button: 'PDF herunterladen',
    done: 'Das PDF ist in Ihren Downloads. Drucken Sie es mit 100\u00a0%.',
    tooMany: (max) =>
      `Es lassen sich höchstens ${format.number(max)} Karten auf einmal drucken. Wählen Sie weniger Codes aus.`,
  },
  export: {
    title: (count) => `${begun(count)} exportieren`,
    format: 'Datei',
    text: 'In der Datei stehen die Codes im Klartext. Bewahren Sie sie sicher auf.',
    csv: 'CSV, für Tabellen',
    jsonl: 'JSON Lines, für Programme',
    button: 'Herunterladen',
    done: 'Die Datei ist in Ihren Downloads.',
  },
  nothingToDo: 'Das würde keinen der ausgewählten Codes ändern.',
};
