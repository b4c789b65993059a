import { format } from '../../../messages/current-format.ts';
import type { ConsoleTexts } from '../texts.ts';

const codesOf = (count: number) =>
  format.plural(count, {
    one: `${format.number(count)} code`,
    many: `${format.number(count)} de codes`,
    other: `${format.number(count)} codes`,
  });
const cardsOf = (count: number) =>
  format.plural(count, { one: `${format.number(count)} carte`, other: `${format.number(count)} cartes` });

export const codes: ConsoleTexts['codes'] = {
  title: 'Codes',
  sums: (codes, open, remaining) =>
    `${codesOf(codes)}, dont ${format.plural(open, { one: `${format.number(open)} ouvert`, other: `${format.number(open)} ouverts` })}. Places libres\u00a0: ${format.number(remaining)}.`,
  make: 'Créer des codes',
  import: 'Importer',
  empty: {
    title: 'Pas encore de code',
    text: 'Créez vos premiers codes, imprimez-les sur des cartes, et distribuez-les.',
  },
  find: 'Rechercher un code, un lot ou une étiquette',
  findHint: 'Un code entier ou une étiquette entière.',
  filters: {
    state: 'État',
    everyState: 'Tous les états',
    kind: 'Type',
    everyKind: 'Les deux types',
    batch: 'Lot',
    everyBatch: 'Tous les lots',
    everyLabel: 'Toutes les étiquettes',
    label: 'Étiquette',
    assistant: 'Assistant',
    everyAssistant: 'Tous les assistants',
    createdFrom: 'Créé à partir du',
    createdUntil: 'Créé jusqu’au',
    endsFrom: 'Expire à partir du',
    endsUntil: 'Expire jusqu’au',
    sort: 'Tri',
    newest: 'Les plus récents d’abord',
    oldest: 'Les plus anciens d’abord',
    endsFirst: 'Les premiers à expirer d’abord',
    endsLast: 'Les derniers à expirer d’abord',
  },
  columns: {
    code: 'Code',
    state: 'État',
    opens: 'Type et étiquette',
    used: 'Utilisé',
    until: 'Valable jusqu’au',
    lastUsed: 'Dernière utilisation',
  },
  used: (used, allowed) => `${format.number(used)} sur ${format.number(allowed)}`,
  from: (day) => `à partir du ${day}`,
  notTold: 'Non enregistré',
  hiddenCode: 'Code masqué',
  hidden: 'Les codes sont masqués, car votre connexion date un peu.',
  showCodes: 'Afficher les codes',
  choose: (code) => `Sélectionner ${code}`,
  chooseAll: 'Tout sélectionner sur cette page',
  chosen: (count) =>
    `${codesOf(count)} ${format.plural(count, { one: 'sélectionné', other: 'sélectionnés' })}`,
  chooseMatching: (count) => `Sélectionner les ${format.number(count)}`,
  chosenRegion: 'Codes sélectionnés',
  unchoose: 'Tout désélectionner',
  acts: {
    print: 'Imprimer des cartes',
    export: 'Exporter',
    revoke: 'Révoquer',
    restore: 'Rétablir',
    extend: 'Prolonger',
    relabel: 'Changer l’étiquette',
  },
  counting: 'Calcul en cours…',
  revoke: {
    title: (count) => `Révoquer ${codesOf(count)}\u00a0?`,
    text: 'Personne ne pourra plus entrer avec ces codes. Les personnes déjà présentes restent.',
    button: (count) => `Révoquer ${codesOf(count)}`,
    done: (count) => `${codesOf(count)} ${format.plural(count, { one: 'révoqué', other: 'révoqués' })}.`,
    undone: (count) => `${codesOf(count)} ${format.plural(count, { one: 'rétabli', other: 'rétablis' })}.`,
  },
  restore: {
    title: (count) => `Rétablir ${codesOf(count)}\u00a0?`,
    text: 'Ils laissent de nouveau entrer, s’il leur reste des places et s’ils n’ont pas expiré.',
    button: (count) => `Rétablir ${codesOf(count)}`,
  },
  extend: {
    title: (count) => `Prolonger ${codesOf(count)}\u00a0?`,
    field: 'Valable jusqu’au',
    hint: 'Jusqu’à la fin de cette journée.',
    button: (count) => `Prolonger ${codesOf(count)}`,
    done: (count, until) =>
      `${codesOf(count)} ${format.plural(count, { one: 'valable', other: 'valables' })} jusqu’au ${until}.`,
  },
  relabel: {
    title: (count) => `Étiquette de ${codesOf(count)}`,
    field: 'Étiquette',
    hint: 'Vide\u00a0: pas d’étiquette.',
    button: (count) => `Modifier ${codesOf(count)}`,
    done: (count) => `${codesOf(count)} ${format.plural(count, { one: 'modifié', other: 'modifiés' })}.`,
  },
  print: {
    title: (count) => `Imprimer ${cardsOf(count)}`,
    paper: 'Papier',
    sheets: 'Feuilles à découper',
    sheetsHint: (sheets) =>
      `Dix cartes par page A4\u00a0: ${format.plural(sheets, { one: `${format.number(sheets)} page`, other: `${format.number(sheets)} pages` })}.`,
    single: 'Une grande carte par page',
    singleHint: 'À afficher au mur.',
    button: 'Télécharger le PDF',
    done: 'Le PDF est dans vos téléchargements. Imprimez-le à 100\u00a0%.',
    tooMany: (max) => `On peut imprimer au plus ${cardsOf(max)} à la fois. Sélectionnez moins de codes.`,
  },
  export: {
    title: (count) => `Exporter ${codesOf(count)}`,
    format: 'Fichier',
    text: 'Le fichier contient les codes en clair. Gardez-le en lieu sûr.',
    csv: 'CSV, pour un tableur',
    jsonl: 'JSON Lines, pour des programmes',
    button: 'Télécharger',
    done: 'Le fichier est dans vos téléchargements.',
  },
  nothingToDo: 'Cela ne changerait aucun des codes sélectionnés.',
};
