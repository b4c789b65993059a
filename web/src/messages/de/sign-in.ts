import { format } from '../current-format.ts';
import type { Messages } from '../texts.ts';

export const signIn: Messages['signIn'] = {
  landing: {
    title: 'Ein KI-Chat, auf Einladung',
    lead: 'Sie sind eingeladen, mit einem KI-Assistenten zu sprechen.',
    leadOf: (house) => `${house} lädt Sie ein, mit einem KI-Assistenten zu sprechen.`,
    asGuest: 'Ohne Konto. Ihre Chats werden beim Abmelden gelöscht.',
    orKeep: 'oder Ihre Chats behalten',
    withAccount: 'Ihre Chats bleiben in Ihrem Konto, bis Sie sie löschen.',
  },
  continueAsGuest: 'Als Gast fortfahren',
  guestAccessClosed: 'Der Zugang für Gäste ist im Moment geschlossen',
  guestAccessJustClosed:
    'Der Zugang für Gäste ist im Moment geschlossen. Bitte versuchen Sie es später, oder melden Sie sich an.',
  login: {
    withoutAccount: 'Ohne Konto',
    haveCode: 'Ich habe einen Einladungscode',
    orWithAccount: 'oder mit Ihrem Konto',
    newAddress:
      'Melden Sie sich mit der E-Mail-Adresse und dem Passwort an, die Sie gerade benutzt haben. Dort können Sie die Adresse ändern.',
    forgotPassword: 'Passwort vergessen?',
    forgotWithoutMail:
      'E-Mail ist hier nicht eingerichtet. Bitten Sie die Menschen, die diese Seite betreiben, um Hilfe.',
    registerWithCode: 'Damit registrieren',
  },
  invited: {
    title: 'Sie sind eingeladen',
    text: 'Sie kommen als Gast herein und brauchen kein Konto. Ihre Chats werden beim Abmelden gelöscht.',
    otherWays: 'Andere Wege hinein',
  },
  waiting: {
    title: 'Bitte warten Sie einen Moment',
    text: 'Sie werden von selbst eingelassen. Lassen Sie diese Seite offen.',
    otherWays: 'Andere Wege hinein',
    full: 'Alle Plätze sind belegt',
    fullText: 'Sie werden eingelassen, sobald jemand geht. Lassen Sie diese Seite offen.',
    ended: 'Dieser Code ist abgelaufen, während Sie gewartet haben.',
  },
  timeOver: {
    title: 'Ihre Zeit ist um',
    text: 'Was Sie geschrieben haben, wurde gelöscht, hier und auf dem Server.',
    more: 'Wenn Sie mehr Zeit brauchen, fragen Sie die Person, von der Sie den Code haben.',
    button: 'Zur Startseite',
  },
  unusableLink:
    'Der Code in Ihrem Link ist nicht gültig. Vielleicht ist er verbraucht oder abgelaufen. Bitten Sie die Person, von der Sie ihn haben, um einen neuen.',
  linkUnchecked: (why) => `Der Code in Ihrem Link konnte nicht geprüft werden. ${why}`,
  signedOut: {
    ended: 'Ihre Sitzung ist beendet. Melden Sie sich an, um fortzufahren.',
    guestEnded: (ttlMs) =>
      `Ihre Sitzung ist beendet. Ihre Chats als Gast werden spätestens ${format.duration(ttlMs)} nach Ihrem letzten Besuch gelöscht.`,
    loginNeeded: 'Melden Sie sich an, um fortzufahren.',
    deleted: 'Ihr Konto und alle Ihre Chats sind gelöscht.',
  },
};
