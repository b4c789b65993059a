import type { Messages } from '../texts.ts';

export const errors: Messages['errors'] = {
  INVITATION_CODE_REQUIRED: 'Geben Sie zuerst Ihren Code ein.',
  INVITATION_CODE_INVALID:
    'Dieser Code ist nicht gültig. Prüfen Sie die Schreibweise. Stimmt sie, ist der Code verbraucht oder abgelaufen: Bitten Sie die Person, von der Sie ihn haben, um einen neuen.',
  INVITATION_CODE_WRONG_KIND: 'Dieser Code ist für etwas anderes.',
  LOGIN_CODES_DISABLED: 'Einladungscodes für Gäste sind hier ausgeschaltet.',
  REGISTRATION_DISABLED: 'Die Registrierung ist geschlossen. Wenn Sie ein Konto haben, melden Sie sich an.',
  ALREADY_SIGNED_IN: 'Sie sind schon angemeldet.',
  NOT_SIGNED_IN: 'Ihre Sitzung ist beendet. Melden Sie sich an, um fortzufahren.',
  TOO_MANY_TRIES: 'Zu viele Versuche aus Ihrem Netz. Bitte warten Sie einen Moment.',
  TOO_MANY_GUESTS: 'Gerade kommen viele Menschen herein. Sobald Platz ist, werden Sie eingelassen.',
  INVALID_INPUT: 'Bitte prüfen Sie Ihre Eingaben.',
  INVALID_EMAIL: 'Geben Sie eine vollständige E-Mail-Adresse ein, wie ada@example.org.',
  INVALID_EMAIL_OR_PASSWORD: 'E-Mail-Adresse oder Passwort ist falsch.',
  PASSWORD_TOO_SHORT: 'Dieses Passwort ist zu kurz. Nehmen Sie mindestens 8 Zeichen.',
  PASSWORD_TOO_LONG: 'Dieses Passwort ist zu lang. Nehmen Sie höchstens 128 Zeichen.',
  PASSWORD_TOO_COMMON: 'Dieses Passwort gehört zu den häufigsten. Wählen Sie ein anderes.',
  ACCOUNT_BLOCKED: 'Dieses Konto ist gesperrt. Fragen Sie die Leute, die Sie eingeladen haben.',
  LAST_OPERATOR: 'Das ist der letzte Verwalter. Fügen Sie zuerst einen anderen hinzu.',
  USER_ALREADY_EXISTS: 'Mit dieser E-Mail-Adresse gibt es schon ein Konto.',
  EMAIL_NOT_VERIFIED:
    'Bestätigen Sie zuerst Ihre E-Mail-Adresse. Öffnen Sie dafür den Link in der E-Mail, die wir Ihnen geschickt haben.',
  MAIL_OFF:
    'E-Mail ist hier nicht eingerichtet. Bitten Sie die Menschen, die diese Seite betreiben, um Hilfe.',
  LINK_INVALID: 'Dieser Link gilt nicht mehr. Vielleicht wurde er schon benutzt, oder er ist zu alt.',
  MAIL_CODE_INVALID:
    'Dieser Code gilt nicht für diese E-Mail-Adresse. Er gilt 15 Minuten und für fünf Versuche. Sie können eine neue E-Mail anfordern.',
  CONVERSION_OFF:
    'Gäste können hier kein Konto erstellen. Fragen Sie die Menschen, die diese Seite betreiben, nach einem.',
  ACCOUNT_EXISTS: 'Mit dieser E-Mail-Adresse gibt es schon ein Konto. Melden Sie sich stattdessen an.',
  NO_ACCOUNT:
    'Für diese Anmeldung gibt es noch kein Konto. Erstellen Sie erst eines, oder melden Sie sich anders an.',
  NOT_A_GUEST: 'Sie haben schon ein Konto. Laden Sie diese Seite neu, um fortzufahren.',
  NOT_A_MEMBER: 'Das geht nur mit einem Konto.',
  CONFIRM_IDENTITY: 'Es wurde nichts geändert. Bestätigen Sie zuerst, dass Sie es sind.',
  WRONG_PASSWORD: 'Das Passwort ist falsch. Es wurde nichts geändert.',
  LAST_LOGIN:
    'Das ist Ihr einziger Weg, sich anzumelden. Legen Sie zuerst ein Passwort fest, oder verknüpfen Sie eine andere Anmeldung.',
  PROVIDER_UNKNOWN: () => 'Diese Anmeldung wird hier nicht angeboten. Wählen Sie eine andere.',
  PROVIDER_DENIED: (provider) =>
    `Die Anmeldung bei ${provider} wurde nicht zugelassen, oder Sie haben sie abgebrochen. Versuchen Sie es erneut, oder melden Sie sich anders an.`,
  PROVIDER_FAILED: (provider) =>
    `Die Anmeldung bei ${provider} hat nicht geklappt. Versuchen Sie es gleich noch einmal, oder melden Sie sich anders an.`,
  PROVIDER_NO_EMAIL: (provider) =>
    `Bei ${provider} war keine E-Mail-Adresse zu bekommen. Erlauben Sie dort die Weitergabe, oder melden Sie sich anders an.`,
  PROVIDER_NOT_LINKED: (provider) =>
    `Mit dieser E-Mail-Adresse gibt es schon ein Konto, aber es ist nicht mit Ihrer Anmeldung bei ${provider} verknüpft. Melden Sie sich an wie bisher. Danach können Sie diese Anmeldung auf der Seite Ihres Kontos verknüpfen.`,
  PROVIDER_TAKEN: (provider) =>
    `Ihre Anmeldung bei ${provider} gehört hier zu einem anderen Konto. Nehmen Sie eine andere.`,
  FOREIGN_ORIGIN: 'Diese Seite wurde unter einer Adresse geöffnet, die der Server nicht annimmt.',
  NOT_FOUND: 'Diese Seite gibt es nicht.',
  KEY_GONE: 'Ihre Chats lassen sich in diesem Browser nicht mehr öffnen.',
  CHAT_NOT_FOUND: 'Diesen Chat gibt es nicht. Vielleicht wurde er gelöscht.',
  MESSAGE_TOO_LONG: 'Diese Nachricht ist zu lang. Kürzen Sie sie, und senden Sie sie noch einmal.',
  MESSAGE_TOO_LONG_FOR_MODEL:
    'Diese Nachricht ist zu lang für das Modell. Kürzen Sie sie, und senden Sie sie noch einmal, oder beginnen Sie einen neuen Chat.',
  TOO_MANY_MESSAGES:
    'Sie haben die Höchstzahl an Nachrichten für den Moment erreicht. Später können Sie wieder schreiben.',
  TOO_MANY_CHATS:
    'Sie haben die Höchstzahl an Chats erreicht. Löschen Sie einen, den Sie nicht mehr brauchen.',
  CHAT_FULL: 'Dieser Chat ist voll. Beginnen Sie einen neuen, um fortzufahren.',
  STORAGE_SPENT:
    'Ihre Chats haben die größte Textmenge erreicht. Löschen Sie einen Chat, den Sie nicht mehr brauchen, und senden Sie Ihre Nachricht dann noch einmal.',
  TOO_MANY_STREAMS:
    'Dieser Chat ist an zu vielen Stellen offen. Schließen Sie einige Tabs oder Fenster, und versuchen Sie es dann erneut.',
  MODEL_CALLS_SPENT: 'Der Assistent hat für heute keine Antworten mehr. Bitte kommen Sie später wieder.',
  MESSAGES_SPENT:
    'Sie haben alle Nachrichten Ihrer Einladung vorerst verbraucht. Ihre Chats können Sie weiterhin lesen und kopieren.',
  BUDGET_SPENT:
    'Alle Antworten dieser Einladung sind verbraucht. Ihre Chats können Sie weiterhin lesen und kopieren. Wenn Sie weiterschreiben möchten, bitten Sie die Person, von der Sie den Code haben, um einen neuen.',
  TIME_OVER: 'Ihre Zeit ist um. Was Sie geschrieben haben, wurde gelöscht.',
  ROOM_FULL: 'Im Moment sind alle Plätze belegt. Wenn jemand geht, ist ein Platz für Sie frei.',
  CODES_STOPPED:
    'Im Moment sind alle Einladungscodes angehalten. Versuchen Sie es später noch einmal, oder fragen Sie die Person, von der Sie den Code haben.',
  SECOND_FACTOR_REQUIRED:
    'Geben Sie den Code ein, den Ihre Authentifizierungs-App zeigt, oder einen Wiederherstellungscode.',
  SECOND_FACTOR_WRONG:
    'Dieser Code stimmt nicht. Geben Sie den ein, den Ihre App jetzt zeigt, oder einen unbenutzten Wiederherstellungscode.',
  REPLY_RUNNING: 'Eine Antwort wird noch geschrieben. Warten Sie, oder halten Sie sie an.',
  MODEL_FAILED: 'Der Assistent konnte nicht antworten. Ihre Frage bleibt erhalten.',
  MODEL_BUSY: 'Das Modell hat gerade zu viel zu tun. Ihre Frage bleibt erhalten.',
  OVERLOADED: 'Gerade sind sehr viele Menschen hier. Bitte versuchen Sie es gleich noch einmal.',
  DATABASE_AWAY: 'Der Server erreicht seine Datenbank nicht. Bitte versuchen Sie es gleich noch einmal.',
  STORAGE_FULL:
    'Der Server hat keinen Speicherplatz mehr. Bitte sagen Sie es den Menschen, die diese Seite betreiben, und versuchen Sie es später noch einmal.',
  NOTHING_TO_RETRY: 'Es gibt keine Frage, die noch einmal beantwortet werden kann.',
  CHAT_MOVED_ON: 'Dieser Chat ging in einem anderen Tab weiter. Laden Sie die Seite neu.',
  MAIL_CODE_MISSING: 'Geben Sie zuerst den Code aus der E-Mail ein.',
  EMAIL_MISSING: 'Geben Sie zuerst Ihre E-Mail-Adresse ein.',
  PASSWORD_MISSING: 'Geben Sie zuerst Ihr Passwort ein.',
  CURRENT_PASSWORD_MISSING: 'Geben Sie zuerst Ihr aktuelles Passwort ein.',
  NEW_PASSWORD_MISSING: 'Geben Sie zuerst Ihr neues Passwort ein.',
  OFFLINE: 'Der Server ist nicht erreichbar. Prüfen Sie Ihre Verbindung, und versuchen Sie es erneut.',
  BROKEN: 'Auf dem Server ist etwas schiefgegangen. Bitte versuchen Sie es noch einmal.',
};

export const cutShort: Messages['cutShort'] = {
  code: 'Ein Teil dieses Codes fehlt. Ein ganzer Code sieht aus wie 7K3M-9QXA-2FV8B. Kopieren Sie ihn ganz, oder fragen Sie die Person, von der Sie ihn haben.',
  link: 'In Ihrem Link fehlt ein Teil des Codes. Öffnen Sie den ganzen Link, oder fragen Sie die Person, von der Sie ihn haben.',
};

export const wrongKind: Messages['wrongKind'] = {
  login:
    'Das ist ein Registrierungscode. Damit erstellen Sie ein Konto; ohne Konto lässt sich damit kein Chat beginnen.',
  registration:
    'Das ist ein Code für Gäste. Um ein Konto zu erstellen, brauchen Sie einen Registrierungscode.',
};
