import { format } from '../../../messages/current-format.ts';
import type { ConsoleTexts } from '../texts.ts';

const rowsOf = (count: number) =>
  format.plural(count, {
    one: `${format.number(count)} ligne`,
    many: `${format.number(count)} de lignes`,
    other: `${format.number(count)} lignes`,
  });

export const imports: ConsoleTexts['imports'] = {
  title: 'Importer des codes',
  text: 'Un fichier de codes, en CSV, JSON ou JSON Lines. Vous voyez ce qu’il changerait avant que rien ne soit enregistré.',
  drop: 'Déposez un fichier ici, ou',
  choose: 'Choisir un fichier',
  dropLabel: 'Fichier de codes',
  resetUsage: 'Reprendre les places restantes du fichier',
  resetUsageHint: 'Sinon, les places déjà utilisées le restent.',
  uploading: 'Envoi du fichier…',
  earlier: 'Imports',
  states: {
    uploading: 'Envoi en cours',
    reading: 'Lecture en cours',
    planned: 'Prêt à importer',
    writing: 'Enregistrement en cours',
    written: 'Importé',
    failed: 'Échec',
  },
  progress: {
    reading: (rows) => `Lecture\u00a0: ${rowsOf(rows)} jusqu’ici.`,
    comparing: (rows) => `Comparaison avec les codes existants\u00a0: ${rowsOf(rows)} jusqu’ici.`,
    writing: (rows) => `Enregistrement\u00a0: ${rowsOf(rows)} jusqu’ici.`,
    closeTab: 'Vous pouvez fermer cette page. L’import continue.',
    label: 'Progression',
  },
  totals: {
    new: 'Nouvelles',
    changed: 'Modifiées',
    unchanged: 'Inchangées',
    refused: 'Refusées',
    rows: 'Lignes',
  },
  plan: 'Ce que le fichier changerait',
  planDone: 'Ce que le fichier a changé',
  outcomes: { all: 'Toutes les lignes', new: 'Nouvelle', changed: 'Modifiée', refused: 'Refusée' },
  outcome: 'Résultat',
  find: 'Rechercher dans l’aperçu',
  columns: { row: 'Ligne', outcome: 'Résultat', code: 'Code', what: 'Quoi' },
  change: (field, from, to) => `${field}\u00a0: ${from} → ${to}`,
  nothing: 'rien',
  refused: (count) =>
    format.plural(count, {
      one: `${rowsOf(count)} est refusée. Corrigez-la dans le fichier et choisissez-le de nouveau, ou importez les autres.`,
      other: `${rowsOf(count)} sont refusées. Corrigez-les dans le fichier et choisissez-le de nouveau, ou importez les autres.`,
    }),
  nothingToWrite: 'Le fichier ne change rien.',
  button: (count) => `Importer ${rowsOf(count)}`,
  buttonSkipping: (count) =>
    format.plural(count, {
      one: 'Importer l’autre ligne',
      many: `Importer l’autre ${rowsOf(count)}`,
      other: `Importer les ${format.number(count)} autres lignes`,
    }),
  written: (count) => `${rowsOf(count)} ${format.plural(count, { one: 'importée', other: 'importées' })}.`,
  stop: 'Arrêter l’import',
  stopText: 'Les lignes déjà enregistrées restent. Le même fichier permet de le terminer plus tard.',
  another: 'Importer un autre fichier',
  toCodes: 'Ouvrir les codes',
  failed: (why) => `L’import a échoué\u00a0: ${why}`,
};
