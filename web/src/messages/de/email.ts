import { format } from '../current-format.ts';
import type { Messages } from '../texts.ts';

export const email: Messages['email'] = {
  check: {
    title: 'Sehen Sie in Ihr Postfach',
    text: (address) => [
      'Wir haben einen Link an ',
      address,
      ' geschickt. Öffnen Sie ihn, um Ihre Adresse zu bestätigen, oder geben Sie hier den Code aus der E-Mail ein. Dann können Sie chatten.',
    ],
  },
  confirm: {
    title: 'Bestätigen Sie Ihre E-Mail-Adresse',
    text: (address) => [
      'Wir haben einen Link an ',
      address,
      ' geschickt. Öffnen Sie ihn, oder geben Sie hier den Code aus der E-Mail ein. Diese Seite geht dann von selbst weiter.',
    ],
    notYours: (link) => ['Nicht Ihre Adresse? ', link('Andere Adresse benutzen')],
  },
  byCode: {
    label: 'Code aus der E-Mail',
    button: 'Bestätigen',
    text: 'Geben Sie Ihre E-Mail-Adresse ein und den Code aus der E-Mail, die wir Ihnen geschickt haben. Der Code gilt 15 Minuten.',
    forNewAddress: (address) =>
      `Sie sind als ${address} angemeldet. Wenn Sie eine andere Adresse wollten, geben Sie diese ein und den Code aus der E-Mail, die wir dorthin geschickt haben.`,
    newLetter:
      'Keine E-Mail, oder eine alte? Geben Sie oben Ihre E-Mail-Adresse ein und drücken Sie „Erneut senden“.',
  },
  nothingArrived: 'Nach einigen Minuten nichts da? Sehen Sie im Spam-Ordner nach.',
  resend: 'Erneut senden',
  resendIn: (seconds) => `Erneut senden können Sie in ${format.countdown(seconds)}.`,
  sentAgain: 'Erneut gesendet.',
  verify: {
    confirming: 'Ihre E-Mail-Adresse wird bestätigt',
    confirmed: 'Ihre E-Mail-Adresse ist bestätigt',
    notConfirmed: 'Ihre E-Mail-Adresse ist noch nicht bestätigt',
    youCanChat: 'Jetzt können Sie chatten.',
    logInToChat: 'Melden Sie sich an, um zu chatten.',
    logInFirst: 'Melden Sie sich an, um Ihre E-Mail-Adresse zu bestätigen',
    linkStaysValid: 'In diesem Browser sind Sie nicht angemeldet. Ihr Link bleibt gültig.',
    byProvider: (link) => [
      'Melden Sie sich über einen Anbieter an? ',
      link('Melden Sie sich erst an'),
      ', und öffnen Sie dann den Link in der E-Mail noch einmal.',
    ],
  },
  otherAccount: {
    title: 'Dieser Link gehört zu einem anderen Konto',
    textForGuest:
      'Sie sind hier als Gast. Öffnen Sie den Link dort, wo Sie sich registriert haben, oder melden Sie sich zuerst bei Ihrem Konto an.',
    text: (address) =>
      `Sie sind als ${address} angemeldet. Öffnen Sie den Link dort, wo Sie sich registriert haben, oder melden Sie sich zuerst ab.`,
  },
};
