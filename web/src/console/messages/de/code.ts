import { format } from '../../../messages/current-format.ts';
import type { ConsoleTexts } from '../texts.ts';

const peopleOf = (count: number) =>
  format.plural(count, { one: 'eine Person', other: `${format.number(count)} Personen` });
const messagesOf = (count: number) =>
  format.plural(count, { one: 'eine Nachricht', other: `${format.number(count)} Nachrichten` });

export const code: ConsoleTexts['code'] = {
  title: (start) => `Code ${start}`,
  back: 'Alle Codes',
  terms: {
    guests: (allowed, from, until, bold) => [
      'Lässt ',
      bold(peopleOf(allowed)),
      format.plural(allowed, { one: ' als Gast chatten, vom ', other: ' als Gäste chatten, vom ' }),
      bold(from),
      ' bis zum ',
      bold(until),
      '. ',
    ],
    accounts: (allowed, from, until, bold) => [
      'Lässt ',
      bold(peopleOf(allowed)),
      format.plural(allowed, { one: ' ein Konto erstellen, vom ', other: ' je ein Konto erstellen, vom ' }),
      bold(from),
      ' bis zum ',
      bold(until),
      '. ',
    ],
    left: (remaining, bold) =>
      remaining === 0
        ? ['Es ist kein Platz mehr frei. ']
        : [
            bold(format.plural(remaining, { one: 'Ein Platz', other: `${format.number(remaining)} Plätze` })),
            format.plural(remaining, { one: ' ist noch frei. ', other: ' sind noch frei. ' }),
          ],
    assistant: (name) => `Gesprochen wird mit ${name}. `,
    messages: (count) => `Jede Person kann insgesamt ${messagesOf(count)} senden. `,
    messagesPerDay: (count) => `Jede Person kann am Tag ${messagesOf(count)} senden. `,
    minutes: (minutes) => `Zeit für jeden Gast: ${format.duration(minutes * 60_000)}. `,
    atOnce: (count) =>
      format.plural(count, {
        one: 'Es kann nur eine Person zur selben Zeit da sein. ',
        other: `Höchstens ${format.number(count)} Personen können zur selben Zeit da sein. `,
      }),
    budget: (tokens) => `Alle zusammen können ${format.number(tokens)} Tokens verbrauchen. `,
    guestsErased: 'Was ein Gast schreibt, wird beim Abmelden gelöscht, oder nach einer Zeit ohne Nachricht.',
    accountsStay: 'Konten bleiben, bis sie gelöscht werden.',
  },
  facts: {
    batch: 'Stapel',
    label: 'Bezeichnung',
    made: 'Erstellt',
    madeBy: (when, by) => `${when} (${by})`,
    makers: {
      create: 'Befehl',
      import: 'Import',
      operator: 'Verwalter',
      token: 'Token',
    },
    revoked: 'Widerrufen',
    link: 'Link',
    entries: 'Hereingekommen',
    entriesOf(entries, converted) {
      const came = format.plural(entries, { one: 'einmal', other: `${format.number(entries)}-mal` });
      return converted === 0 ? came : `${came}; davon Mitglied geworden: ${format.number(converted)}`;
    },
    peopleIn: 'Gerade da',
    messages: 'Nachrichten',
    tokens: 'Tokens',
    language: 'Sprache',
  },
  usesADay: 'Nutzung pro Tag',
  whoCameIn: 'Wer hereingekommen ist',
  entries: { when: 'Wann', as: 'Hereingekommen als', became: 'Geworden', guest: 'Gast', member: 'Mitglied' },
  entriesNote: 'Foyer zählt, wie oft jemand hereinkommt. Es merkt sich nicht, wer es war.',
  oneUse: 'Dieser Code lässt eine Person herein. Was diese Person getan hat, wird hier nicht gezeigt.',
  noEntries: 'Mit diesem Code ist noch niemand hereingekommen.',
  history: 'Verlauf',
  copyLink: 'Link kopieren',
  print: 'Karte drucken',
  room: 'Im Raum zeigen',
  roomLink: 'Link für eine Person ohne Konto',
  roomLinkHint: 'Er zeigt nur die Raumanzeige, bis der Code abläuft.',
  revoke: 'Diesen Code widerrufen',
  restore: 'Diesen Code wiederherstellen',
  revokeQuestion: {
    title: 'Diesen Code widerrufen?',
    text: 'Niemand kann mehr damit hereinkommen. Wer schon da ist, bleibt.',
  },
  revoked: 'Der Code ist widerrufen.',
  restored: 'Der Code gilt wieder.',
  edit: {
    button: 'Bedingungen ändern',
    title: 'Bedingungen ändern',
    saved: 'Die Bedingungen sind geändert. Sie gelten sofort.',
    nothing: 'Es wurde nichts geändert.',
    loadAgain: 'Neu laden',
    allowed(from, to, used) {
      if (to > from)
        return format.plural(to - from, {
          one: 'Eine weitere Person kann hereinkommen.',
          other: `${format.number(to - from)} weitere Personen können hereinkommen.`,
        });
      const left = Math.max(0, to - used);
      if (left === 0) return 'Niemand kann mehr hereinkommen.';
      return format.plural(left, {
        one: 'Noch eine Person kann hereinkommen.',
        other: `Noch ${format.number(left)} Personen können hereinkommen.`,
      });
    },
    until: (day) => `Hereinkommen kann man bis zum ${day}. Wer schon da ist, bleibt.`,
    from: (day) => `Hereinkommen kann man ab dem ${day}.`,
    limits: 'Die neuen Grenzen gelten sofort, auch für alle, die schon da sind.',
    minutes: 'Die neue Zeit gilt für alle, die ab jetzt hereinkommen.',
    assistant: 'Neue Chats beginnen mit dem neuen Assistenten. Bisherige Chats behalten ihren.',
    belowUsed: (used) =>
      format.plural(used, {
        one: 'Eine Person ist schon hereingekommen. Sie bleibt, aber sonst kann niemand mehr hereinkommen.',
        other: `${format.number(used)} Personen sind schon hereingekommen. Sie bleiben, aber sonst kann niemand mehr hereinkommen.`,
      }),
  },
};
