import type { Messages } from '../texts.ts';

export const resetPassword: Messages['resetPassword'] = {
  request: {
    title: 'Passwort vergessen?',
    text: 'Wir schicken Ihnen per E-Mail einen Link, mit dem Sie ein neues festlegen.',
    sent: 'Wenn es zu dieser Adresse ein Konto gibt, haben wir einen Link geschickt.',
    enterCode: 'Der Link funktioniert nicht? Geben Sie den Code aus der E-Mail ein',
    button: 'Link senden',
    remembered: (link) => ['Wieder eingefallen? ', link('Anmelden')],
  },
  set: {
    title: 'Neues Passwort festlegen',
    text: 'Danach sind Sie hier angemeldet und überall sonst abgemeldet.',
    textForGuest: 'Alle Sitzungen Ihres Kontos enden. Hier bleiben Sie Gast.',
    byCode:
      'Geben Sie Ihre E-Mail-Adresse, den Code aus der E-Mail, die wir Ihnen geschickt haben, und ein neues Passwort ein.',
    newLetter: 'Keine E-Mail, oder eine alte? Fordern Sie eine neue an',
    newLinkWithoutMail: 'Bitten Sie die Menschen, die diese Seite betreiben, um einen neuen.',
    knowPassword: (link) => ['Kennen Sie Ihr Passwort? ', link('Anmelden')],
  },
  setForGuest: {
    title: 'Ihr neues Passwort ist gespeichert',
    text: 'Sie sind hier weiterhin Gast. Melden Sie sich bei Ihrem Konto an, und wählen Sie, was mit Ihren Chats geschieht.',
    textWithoutUpgrade: 'Sie sind hier weiterhin Gast. Melden Sie sich erst ab und dann bei Ihrem Konto an.',
  },
};
