import { format } from '../../../messages/current-format.ts';
import type { ConsoleTexts } from '../texts.ts';

const rowsOf = (count: number) =>
  format.plural(count, { one: 'eine Zeile', other: `${format.number(count)} Zeilen` });

export const imports: ConsoleTexts['imports'] = {
  title: 'Codes importieren',
  text: 'Eine Datei mit Codes, als CSV, JSON oder JSON Lines. Sie sehen, was sie ändern würde, bevor etwas geschrieben wird.',
  drop: 'Ziehen Sie eine Datei hierher, oder',
  choose: 'Datei auswählen',
  dropLabel: 'Datei mit Codes',
  resetUsage: 'Verbleibende Plätze aus der Datei übernehmen',
  resetUsageHint: 'Sonst bleibt verbraucht, was schon verbraucht ist.',
  uploading: 'Die Datei wird gesendet …',
  earlier: 'Importe',
  states: {
    uploading: 'Wird gesendet',
    reading: 'Wird gelesen',
    planned: 'Bereit zum Import',
    writing: 'Wird geschrieben',
    written: 'Importiert',
    failed: 'Fehlgeschlagen',
  },
  progress: {
    reading: (rows) => `Wird gelesen: bisher ${rowsOf(rows)}.`,
    comparing: (rows) => `Wird mit den vorhandenen Codes verglichen: bisher ${rowsOf(rows)}.`,
    writing: (rows) => `Wird geschrieben: bisher ${rowsOf(rows)}.`,
    closeTab: 'Sie können diese Seite schließen. Der Import läuft weiter.',
    label: 'Fortschritt',
  },
  totals: {
    new: 'Neu',
    changed: 'Geändert',
    unchanged: 'Unverändert',
    refused: 'Abgelehnt',
    rows: 'Zeilen',
  },
  plan: 'Was die Datei ändern würde',
  planDone: 'Was die Datei geändert hat',
  outcomes: { all: 'Alle Zeilen', new: 'Neu', changed: 'Geändert', refused: 'Abgelehnt' },
  outcome: 'Ergebnis',
  find: 'In der Vorschau suchen',
  columns: { row: 'Zeile', outcome: 'Ergebnis', code: 'Code', what: 'Was' },
  change: (field, from, to) => `${field}: ${from} → ${to}`,
  nothing: 'nichts',
  refused: (count) =>
    format.plural(count, {
      one: 'Eine Zeile wurde abgelehnt. Berichtigen Sie sie in der Datei, und wählen Sie die Datei noch einmal aus, oder importieren Sie die anderen.',
      other: `${format.number(count)} Zeilen wurden abgelehnt. Berichtigen Sie sie in der Datei, und wählen Sie die Datei noch einmal aus, oder importieren Sie die anderen.`,
    }),
  nothingToWrite: 'Die Datei ändert nichts.',
  button: (count) =>
    format.plural(count, {
      one: 'Eine Zeile importieren',
      other: `${format.number(count)} Zeilen importieren`,
    }),
  buttonSkipping: (count) =>
    format.plural(count, {
      one: 'Die andere Zeile importieren',
      other: `Die anderen ${format.number(count)} Zeilen importieren`,
    }),
  written: (count) =>
    format.plural(count, {
      one: 'Eine Zeile ist importiert.',
      other: `${format.number(count)} Zeilen sind importiert.`,
    }),
  stop: 'Import anhalten',
  stopText:
    'Zeilen, die schon geschrieben sind, bleiben. Mit derselben Datei können Sie ihn später abschließen.',
  another: 'Andere Datei importieren',
  toCodes: 'Codes öffnen',
  failed: (why) => `Der Import ist fehlgeschlagen: ${why}`,
};
