import { format } from '../../../messages/current-format.ts';
import type { ConsoleTexts } from '../texts.ts';

const peopleOf = (count: number) =>
  format.plural(count, {
    one: `${format.number(count)} personne`,
    many: `${format.number(count)} de personnes`,
    other: `${format.number(count)} personnes`,
  });
const messagesOf = (count: number) =>
  format.plural(count, {
    one: `${format.number(count)} message`,
    many: `${format.number(count)} de messages`,
    other: `${format.number(count)} messages`,
  });
const placesOf = (count: number) =>
  format.plural(count, {
    one: `${format.number(count)} place`,
    many: `${format.number(count)} de places`,
    other: `${format.number(count)} places`,
  });
const tokensOf = (count: number) =>
  format.plural(count, {
    one: `${format.number(count)} jeton`,
    many: `${format.number(count)} de jetons`,
    other: `${format.number(count)} jetons`,
  });

export const code: ConsoleTexts['code'] = {
  title: (start) => `Code ${start}`,
  back: 'Tous les codes',
  terms: {
    guests: (allowed, from, until, bold) => [
      'Permet à ',
      bold(peopleOf(allowed)),
      format.plural(allowed, {
        one: ' de discuter en tant qu’invité, du ',
        other: ' de discuter en tant qu’invités, du ',
      }),
      bold(from),
      ' au ',
      bold(until),
      '. ',
    ],
    accounts: (allowed, from, until, bold) => [
      'Permet à ',
      bold(peopleOf(allowed)),
      format.plural(allowed, { one: ' de créer un compte, du ', other: ' de créer chacune un compte, du ' }),
      bold(from),
      ' au ',
      bold(until),
      '. ',
    ],
    left: (remaining, bold) =>
      remaining === 0 ? ['Il ne reste plus de place. '] : ['Il reste ', bold(placesOf(remaining)), '. '],
    assistant: (name) => `La conversation se fait avec ${name}. `,
    messages: (count) => `Chaque personne peut envoyer ${messagesOf(count)} en tout. `,
    messagesPerDay: (count) => `Chaque personne peut envoyer ${messagesOf(count)} par jour. `,
    minutes: (minutes) => `Temps pour chaque invité\u00a0: ${format.duration(minutes * 60_000)}. `,
    atOnce: (count) =>
      format.plural(count, {
        one: 'Une seule personne peut être présente à la fois. ',
        other: `Au plus ${peopleOf(count)} peuvent être présentes en même temps. `,
      }),
    budget: (tokens) => `Toutes ensemble, elles peuvent utiliser ${tokensOf(tokens)}. `,
    guestsErased:
      'Ce qu’écrit un invité est supprimé quand il se déconnecte, ou après un certain temps sans message.',
    accountsStay: 'Les comptes restent jusqu’à leur suppression.',
  },
  facts: {
    batch: 'Lot',
    label: 'Étiquette',
    made: 'Créé',
    madeBy: (when, by) => `${when}, par ${by}`,
    makers: {
      create: 'une commande',
      import: 'un import',
      operator: 'un administrateur',
      token: 'un jeton',
    },
    revoked: 'Révoqué',
    link: 'Lien',
    entries: 'Entrées',
    entriesOf: (entries, converted) =>
      converted === 0
        ? format.number(entries)
        : `${format.number(entries)} (devenus membres\u00a0: ${format.number(converted)})`,
    peopleIn: 'Présents',
    messages: 'Messages',
    tokens: 'Jetons',
    language: 'Langue',
  },
  usesADay: 'Utilisations par jour',
  whoCameIn: 'Qui est entré',
  entries: { when: 'Quand', as: 'Entré comme', became: 'Devenu', guest: 'Invité', member: 'Membre' },
  entriesNote: 'Foyer compte les entrées. Il ne note pas qui est entré.',
  oneUse: 'Ce code laisse entrer une seule personne. Ce qu’elle a fait n’est pas affiché ici.',
  noEntries: 'Personne n’est encore entré avec ce code.',
  history: 'Historique',
  copyLink: 'Copier le lien',
  print: 'Imprimer une carte',
  room: 'Afficher dans la salle',
  roomLink: 'Lien pour une personne sans compte',
  roomLinkHint: 'Il montre seulement l’écran de salle, jusqu’à la fin du code.',
  revoke: 'Révoquer ce code',
  restore: 'Rétablir ce code',
  revokeQuestion: {
    title: 'Révoquer ce code\u00a0?',
    text: 'Personne ne pourra plus entrer avec ce code. Les personnes déjà présentes restent.',
  },
  revoked: 'Le code est révoqué.',
  restored: 'Le code est rétabli.',
  edit: {
    button: 'Modifier les conditions',
    title: 'Modifier les conditions',
    saved: 'Les conditions sont modifiées. Elles s’appliquent tout de suite.',
    nothing: 'Rien n’est modifié.',
    loadAgain: 'Recharger',
    allowed(from, to, used) {
      if (to > from)
        return format.plural(to - from, {
          one: 'Une personne de plus peut entrer.',
          other: `${peopleOf(to - from)} de plus peuvent entrer.`,
        });
      const left = Math.max(0, to - used);
      if (left === 0) return 'Plus personne ne peut entrer.';
      return format.plural(left, {
        one: 'Une personne peut encore entrer.',
        other: `${peopleOf(left)} peuvent encore entrer.`,
      });
    },
    until: (day) => `On peut entrer jusqu’au ${day}. Les personnes déjà présentes restent.`,
    from: (day) => `On peut entrer à partir du ${day}.`,
    limits: 'Les nouvelles limites s’appliquent tout de suite, aussi aux personnes présentes.',
    minutes: 'La nouvelle durée s’applique aux personnes qui entrent à partir de maintenant.',
    assistant:
      'Les nouvelles conversations commencent avec le nouvel assistant. Celles qui existent gardent le leur.',
    belowUsed: (used) =>
      format.plural(used, {
        one: 'Une personne est déjà entrée. Elle reste, mais plus personne ne peut entrer.',
        other: `${peopleOf(used)} sont déjà entrées. Elles restent, mais plus personne ne peut entrer.`,
      }),
  },
};
