import { format } from '../../../messages/current-format.ts';
import type { ConsoleTexts } from '../texts.ts';

export const frame: ConsoleTexts['frame'] = {
  tabs: {
    label: 'Verwaltung',
    codes: 'Codes',
    batches: 'Stapel',
    people: 'Personen',
    use: 'Nutzung',
    settings: 'Einstellungen',
    audit: 'Protokoll',
  },
  toChat: 'Zum Chat',
  notOperator: {
    title: 'Diese Seite ist für die Verwaltung',
    text: (email) =>
      `Sie sind als ${email} angemeldet, und dieses Konto gehört nicht zur Verwaltung. Bitten Sie die Menschen, die diese Seite betreiben, Sie aufzunehmen.`,
  },
  states: {
    open: 'Offen',
    notYet: 'Noch nicht offen',
    usedUp: 'Verbraucht',
    ended: 'Abgelaufen',
    revoked: 'Widerrufen',
  },
  kinds: { login: 'Gast', registration: 'Konto' },
  firstPage: 'Erste Seite',
  nextPage: 'Nächste Seite',
  nothingFound: 'Nichts gefunden.',
  clearFilters: 'Filter zurücksetzen',
  moreFilters: 'Mehr Filter',
  fewerFilters: 'Weniger Filter',
  more: 'Mehr',
  save: 'Speichern',
  never: 'Nie',
  downloadCsv: 'CSV herunterladen',
  confirm: {
    title: 'Bestätigen Sie, dass Sie es sind',
    text: 'Ihre Anmeldung liegt eine Weile zurück. Geben Sie Ihr Passwort ein, um fortzufahren.',
    textWithCode: 'Geben Sie Ihr Passwort ein und den Code, den Ihre App zeigt.',
    code: 'Code aus Ihrer App, oder ein Wiederherstellungscode',
    button: 'Weiter',
    passwordMissing: 'Geben Sie Ihr Passwort ein.',
  },
  warnings: {
    label: 'Warnungen',
    codesStopped:
      'Alle Codes sind angehalten. Niemand kann mit einem Code hereinkommen, bis Sie sie wieder freigeben.',
    toSettings: 'Einstellungen öffnen',
    toCode: 'Code öffnen',
    codeLow: (label, left) =>
      format.plural(left, {
        one: `${label} hat noch einen freien Platz.`,
        other: `${label} hat noch ${format.number(left)} freie Plätze.`,
      }),
    codeEnds: (label, when) => `${label} läuft am ${when} ab.`,
    aCode: 'Ein Code',
    aBatch: 'Ein Stapel',
    toBatch: 'Stapel öffnen',
    batchEnds: (label, codes, when) =>
      format.plural(codes, {
        one: `${label} läuft am ${when} ab, und ein Code davon ist noch unbenutzt.`,
        other: `${label} läuft am ${when} ab, und ${format.number(codes)} Codes davon sind noch unbenutzt.`,
      }),
    defaultLogin:
      'Der Standardcode für Gäste lässt gerade niemanden herein. „Als Gast fortfahren“ ist geschlossen.',
    defaultRegistration: 'Der Standardcode für die Registrierung lässt gerade niemanden herein.',
    refusedTries: (count, minutes) =>
      `In den letzten ${format.duration(minutes * 60_000)} ${format.plural(count, { one: 'wurde ein falscher Code', other: `wurden ${format.number(count)} falsche Codes` })} eingegeben. Vielleicht rät jemand.`,
    ignoredSetting: (name) => `Der gespeicherte Wert von ${name} ist ungültig und wird nicht beachtet.`,
    more: (count) =>
      format.plural(count, {
        one: 'Eine weitere Warnung',
        other: `${format.number(count)} weitere Warnungen`,
      }),
  },
  chart: {
    asTable: 'Als Tabelle zeigen',
    asChart: 'Als Diagramm zeigen',
    day: 'Tag',
    summary: (title, first, last, total, lastValue) =>
      `${title}, vom ${first} bis zum ${last}: insgesamt ${format.number(total)}, am letzten Tag ${format.number(lastValue)}`,
    today: (value) => `heute ${format.number(value)}`,
    on: (value, day) => `${format.number(value)} am ${day}`,
  },
};
