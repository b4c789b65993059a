import type { Messages } from '../texts.ts';

export const upgrade: Messages['upgrade'] = {
  text: 'Alle Ihre Chats bleiben, und Sie können sie auf jedem Gerät öffnen.',
  haveAccount: (link) => ['Haben Sie schon ein Konto? ', link('Melden Sie sich dort an')],
  notNow: (link) => ['Nicht jetzt? ', link('Gast bleiben')],
  notYours: (link) => ['Nicht Ihr Konto? ', link('Andere Adresse benutzen')],
  existing: {
    title: 'Melden Sie sich bei Ihrem Konto an',
    taken: (email) =>
      `Mit der Adresse ${email} gibt es schon ein Konto. Wenn es Ihres ist, melden Sie sich hier an. An Ihren Chats als Gast hat sich nichts geändert.`,
    takenByProvider: (provider) =>
      `Für Ihre Anmeldung bei ${provider} oder mit deren E-Mail-Adresse gibt es schon ein Konto. Wenn es Ihres ist, melden Sie sich hier an. An Ihren Chats als Gast hat sich nichts geändert.`,
    untouched: (why) => `${why} An Ihren Chats als Gast hat sich nichts geändert.`,
  },
  choice: {
    question: 'Was soll mit Ihren Chats als Gast geschehen?',
    move: 'Meine Chats mitnehmen',
    moveHint: 'Sie kommen zu den Chats Ihres Kontos dazu.',
    erase: 'Meine Chats löschen',
    eraseHint: 'Sie werden endgültig gelöscht, wenn Sie sich anmelden.',
    chooseFirst: 'Wählen Sie eines, und melden Sie sich dann an.',
  },
};
