import type { ConsoleTexts } from '../texts.ts';

export const setUp: ConsoleTexts['setUp'] = {
  title: 'Legen Sie Ihr Passwort fest',
  text: (email) => `Sie werden als ${email} in die Verwaltung dieser Seite aufgenommen.`,
  textWithoutEmail:
    'Sie verwalten diese Seite als Erste oder Erster. Wählen Sie die E-Mail-Adresse und das Passwort, mit denen Sie sich anmelden.',
  repeat: 'Passwort noch einmal',
  differs: 'Die beiden Passwörter sind nicht gleich.',
  used: {
    title: 'Dieser Link wurde schon benutzt',
    text: 'Er funktioniert einmal. Wenn Sie damit Ihr Passwort festgelegt haben, melden Sie sich an.',
  },
  ended: {
    title: 'Dieser Link ist abgelaufen',
    text: 'Er galt 24 Stunden. Bitten Sie die Person, von der Sie ihn haben, um einen neuen.',
  },
  invalid: {
    title: 'Dieser Link funktioniert nicht',
    text: 'Vielleicht fehlt ein Teil. Öffnen Sie den ganzen Link, oder bitten Sie um einen neuen.',
  },
  signedIn:
    'Sie sind mit einem anderen Konto angemeldet. Melden Sie sich erst ab, und öffnen Sie den Link dann noch einmal.',
};
