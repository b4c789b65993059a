import { format } from '../current-format.ts';
import type { Messages } from '../texts.ts';

export const account: Messages['account'] = {
  title: 'Konto',
  toConsole: 'Zur Verwaltung',
  linked: (provider) => `${provider} ist verknüpft.`,
  language: 'Für diese Seiten und für E-Mails, die wir Ihnen schicken.',
  email: {
    notConfirmed: ' (noch nicht bestätigt)',
    mailSent: (address) =>
      `Wir haben einen Link an ${address} geschickt. Wenn Sie ihn öffnen, ändert sich Ihre Adresse. Bis dahin gilt die Adresse oben.`,
    label: 'Neue E-Mail-Adresse',
    button: 'E-Mail-Adresse ändern',
    withoutMail: 'Sie lässt sich hier nicht ändern: E-Mail ist nicht eingerichtet.',
  },
  password: {
    none: 'Sie haben noch kein Passwort. Sie melden sich über einen Anbieter an.',
    done: 'Ihr neues Passwort ist gespeichert. Alle anderen Sitzungen sind beendet.',
    current: 'Aktuelles Passwort',
    button: 'Passwort ändern',
  },
  logins: {
    title: 'Wege, sich anzumelden',
    linkAnother: 'Verknüpfen Sie eine weitere Anmeldung, damit Sie einen zweiten Weg haben.',
    withEmail: 'Mit Ihrer E-Mail-Adresse',
    linkedOn: (time) => `Verknüpft am ${format.day(time)}`,
    unlink: 'Trennen',
    unlinkProvider: (provider) => `${provider} trennen`,
    link: (provider) => `${provider} verknüpfen`,
  },
  sessions: {
    title: 'Sitzungen',
    since: (time) => `Seit ${format.moment(time)}`,
    thisDevice: 'Dieses Gerät, jetzt aktiv',
    lastActive: (time) => `Zuletzt aktiv: ${format.moment(time)}`,
    logOut: 'Abmelden',
    ofDevice: (device) => `: Sitzung auf ${device}`,
    unknownDevice: 'Unbekanntes Gerät',
    logOutOthers: 'Alle anderen abmelden',
    none: 'Sie sind sonst nirgends angemeldet.',
  },
  data: {
    title: 'Ihre Daten',
    text: 'Alles, was wir über Sie speichern, auch Ihre Chats, als eine JSON-Datei.',
    button: 'Meine Daten herunterladen',
  },
  remove: {
    title: 'Konto löschen',
    text: 'Ihr Konto und alle Ihre Chats werden endgültig gelöscht.',
    button: 'Mein Konto löschen',
    question: 'Ihr Konto löschen?',
    warning: (email) =>
      `Ihr Konto ${email} und alle Ihre Chats werden endgültig gelöscht, auf allen Geräten.`,
    keep: 'Behalten',
    confirm: 'Alles löschen',
  },
  confirm: {
    title: 'Bestätigen Sie, dass Sie es sind',
    byPassword: 'Ihre Anmeldung liegt eine Weile zurück. Geben Sie Ihr Passwort ein, um fortzufahren.',
    byLogin:
      'Ihre Anmeldung liegt eine Weile zurück. Melden Sie sich noch einmal an, um fortzufahren. Sie kommen auf diese Seite zurück.',
    logInAgain: (provider) => `Noch einmal mit ${provider} anmelden`,
    button: 'Bestätigen',
  },
};
