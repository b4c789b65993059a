import { format } from '../../../messages/current-format.ts';
import type { ConsoleTexts } from '../texts.ts';

const codesOf = (count: number) =>
  format.plural(count, {
    one: `${format.number(count)} code`,
    many: `${format.number(count)} de codes`,
    other: `${format.number(count)} codes`,
  });

export const frame: ConsoleTexts['frame'] = {
  tabs: {
    label: 'Administration',
    codes: 'Codes',
    batches: 'Lots',
    people: 'Personnes',
    use: 'Utilisation',
    settings: 'Réglages',
    audit: 'Journal',
  },
  toChat: 'Conversation',
  notOperator: {
    title: 'Cette page est réservée à l’administration',
    text: (email) =>
      `Vous utilisez le compte ${email}, qui n’a pas accès à l’administration. Demandez cet accès aux responsables de ce site.`,
  },
  states: {
    open: 'Ouvert',
    notYet: 'Pas encore',
    usedUp: 'Épuisé',
    ended: 'Expiré',
    revoked: 'Révoqué',
  },
  kinds: { login: 'Invité', registration: 'Compte' },
  firstPage: 'Première page',
  nextPage: 'Page suivante',
  nothingFound: 'Aucun résultat.',
  clearFilters: 'Effacer les filtres',
  moreFilters: 'Plus de filtres',
  fewerFilters: 'Moins de filtres',
  more: 'Plus',
  save: 'Enregistrer',
  never: 'Jamais',
  downloadCsv: 'Télécharger en CSV',
  confirm: {
    title: 'Confirmez que c’est bien vous',
    text: 'Votre connexion date un peu. Saisissez votre mot de passe pour continuer.',
    textWithCode: 'Saisissez votre mot de passe, et le code que votre application affiche.',
    code: 'Code de votre application, ou code de récupération',
    button: 'Continuer',
    passwordMissing: 'Saisissez votre mot de passe.',
  },
  warnings: {
    label: 'Avertissements',
    codesStopped:
      'Tous les codes sont suspendus. Personne ne peut entrer avec un code tant que vous ne les avez pas réactivés.',
    toSettings: 'Ouvrir les réglages',
    toCode: 'Ouvrir le code',
    codeLow: (label, left) =>
      `${label}\u00a0: ${format.plural(left, { one: `${format.number(left)} place restante`, other: `${format.number(left)} places restantes` })}.`,
    codeEnds: (label, when) => `${label} expire le ${when}.`,
    aCode: 'Un code',
    aBatch: 'Un lot',
    toBatch: 'Ouvrir le lot',
    batchEnds: (label, codes, when) =>
      `${label} expire le ${when}, et ${format.plural(codes, { one: `${codesOf(codes)} n’a pas servi`, other: `${codesOf(codes)} n’ont pas servi` })}.`,
    defaultLogin:
      'Le code par défaut pour invités ne laisse entrer personne en ce moment. «\u00a0Continuer en tant qu’invité\u00a0» est fermé.',
    defaultRegistration: 'Le code d’inscription par défaut ne laisse entrer personne en ce moment.',
    refusedTries: (count, minutes) =>
      `Au cours des ${format.number(minutes)} dernières minutes, ${format.plural(count, { one: `${format.number(count)} code erroné a été essayé`, other: `${format.number(count)} codes erronés ont été essayés` })}. Quelqu’un essaie peut-être de deviner.`,
    ignoredSetting: (name) =>
      `La valeur enregistrée de ${name} n’est pas valable et n’est pas prise en compte.`,
    more: (count) =>
      format.plural(count, {
        one: `${format.number(count)} autre avertissement`,
        other: `${format.number(count)} autres avertissements`,
      }),
  },
  chart: {
    asTable: 'Afficher en tableau',
    asChart: 'Afficher en graphique',
    day: 'Jour',
    summary: (title, first, last, total, lastValue) =>
      `${title}, du ${first} au ${last}\u00a0: ${format.number(total)} en tout, ${format.number(lastValue)} le dernier jour`,
    today: (value) => `${format.number(value)} aujourd’hui`,
    on: (value, day) => `${format.number(value)} le ${day}`,
  },
};
