import { format } from '../current-format.ts';
import type { Messages } from '../texts.ts';

const countOf = (messages: number) =>
  format.plural(messages, { one: '1 Nachricht', other: `${format.number(messages)} Nachrichten` });

export const chat: Messages['chat'] = {
  title: 'Chat',
  newChat: 'Neuer Chat',
  chats: 'Chats',
  thisChat: 'Dieser Chat',
  skip: 'Zum Gespräch springen',
  close: 'Schließen',
  with: (name) => `mit ${name}`,
  guest: {
    label: 'Zu diesem Besuch',
    who: 'Sie sind als Gast hier.',
    loss: 'Ihre Chats werden beim Abmelden gelöscht.',
    lossWithBrowser: 'Ihre Chats sind weg, wenn Sie sich abmelden oder den Browser schließen.',
    byShift: 'Auch dreimal die Umschalttaste löscht sie und zeigt eine andere Website.',
  },
  accountReady: 'Ihr Konto ist bereit. Ihre Chats sind mitgekommen.',
  loggedIn: 'Sie sind angemeldet. Ihre Chats sind mitgekommen.',
  welcome: 'Worüber möchten Sie sprechen?',
  beginnings: 'Sie könnten so beginnen',
  help: 'Hilfe',
  expect: {
    with: (name) => `Mit ${name}, einem KI-Assistenten.`,
    limits({ messages, messagesPerDay, endsAt }) {
      const inAll = messages !== null && countOf(messages);
      const aDay =
        messagesPerDay !== null &&
        `${inAll ? format.number(messagesPerDay) : countOf(messagesPerDay)} am Tag`;
      const until = endsAt !== null && `Zeit bis ${format.clock(endsAt)}`;
      const parts = [inAll, aDay, until].filter((part) => part !== false);
      return parts.length === 0 ? '' : `Sie haben ${parts.join(', ')}.`;
    },
    kept: 'Ihre Chats bleiben, bis Sie sie löschen.',
    deleted: 'Was Sie schreiben, wird beim Abmelden gelöscht.',
    deletedAtEnd: 'Wird gelöscht, wenn Ihre Zeit endet oder Sie sich abmelden.',
  },
  limits: {
    messages({ left, isToday }, dayEndsAt) {
      if (left === 0 && isToday)
        return `Für heute sind keine Nachrichten übrig. Ab ${format.clock(dayEndsAt)} können Sie wieder schreiben.`;
      if (left === 0)
        return 'Es sind keine Nachrichten übrig. Sie können Ihre Chats weiterhin lesen und kopieren.';
      return isToday ? `Heute noch ${countOf(left)}.` : `Noch ${countOf(left)}.`;
    },
    ends: (at) => `Ihre Zeit endet um ${format.clock(at)}.`,
    endsSoon: (at) =>
      `Weniger als 5 Minuten übrig. Um ${format.clock(at)} endet Ihre Zeit, und was Sie geschrieben haben, wird gelöscht.`,
  },
  save: { button: 'Meine Chats sichern', fileName: 'chats.md', replyFileName: 'antwort.md' },
  shortcuts: {
    title: 'Tastenkürzel',
    button: 'Tastenkürzel',
    escape: 'Esc',
    letters: 'Kürzel aus einem Buchstaben benutzen',
    names: {
      newChat: 'Neuer Chat',
      search: 'Chats durchsuchen',
      write: 'Nachricht schreiben',
      copy: 'Letzte Antwort kopieren',
      stop: 'Antwort anhalten',
      list: 'Diese Liste',
    },
  },
  roomFull: {
    title: 'Alle Plätze sind belegt',
    text: 'Sie waren eine Weile weg, und jemand anderes hat Ihren Platz. Sobald ein Platz frei ist, kommen Sie wieder hinein. Lassen Sie diese Seite offen.',
    kept: 'Ihre Chats bleiben erhalten.',
  },
  list: {
    empty: 'Noch keine Chats.',
    guest: 'Gast',
    account: 'Konto',
    options: (title) => `Optionen für ${title}`,
    rename: 'Umbenennen',
    remove: 'Löschen',
    renameTitle: 'Diesen Chat umbenennen',
    renameLabel: 'Titel',
    save: 'Speichern',
    removed: (title) => `„${title}“ ist gelöscht.`,
    today: 'Heute',
    yesterday: 'Gestern',
    earlier: 'Früher',
    earlierChats: 'Frühere Chats',
    erased: 'Wird beim Abmelden gelöscht',
    search: 'Chats durchsuchen',
    searching: 'Sucht …',
    found: (count) =>
      count === 0
        ? 'Nichts gefunden'
        : format.plural(count, {
            one: '1 Stelle gefunden',
            other: `${format.number(count)} Stellen gefunden`,
          }),
  },
  link: {
    text: 'Sie sind schon angemeldet. Der Code in Ihrem Link wurde nicht benutzt. Melden Sie sich erst ab, um ihn zu benutzen.',
    orCreateWith: (link) => [
      'Oder erstellen Sie damit ein Konto: Dann bleiben Ihre Chats. ',
      link('Konto damit erstellen'),
    ],
    orCreateWithout: (link) => [
      'Oder erstellen Sie ein Konto ohne ihn: Dann bleiben Ihre Chats. ',
      link('Konto ohne ihn erstellen'),
    ],
    logOutFirst: 'Erst abmelden',
    dismiss: 'Ausblenden',
    separator: ' · ',
  },
  keyGone: {
    title: 'Ihre Chats lassen sich nicht mehr öffnen',
    why: 'Nur dieser Browser konnte sie öffnen, mit einem Cookie, das nicht mehr da ist. Vielleicht wurde es gelöscht oder blockiert. Auch sonst kann sie niemand lesen.',
    what: 'Sie sind weiterhin als Gast hier. Sie können neu beginnen: Die alten Chats werden endgültig gelöscht.',
    button: 'Neu beginnen',
  },
  thread: {
    you: 'Sie',
    assistant: 'Assistent',
    writing: 'Schreibt …',
    thinking: 'Denkt nach …',
    thoughts: 'Gedanken',
    silent: 'Das Modell ist beschäftigt oder lädt noch. Das kann einige Minuten dauern.',
    leftOut:
      'Dieses Gespräch ist länger, als das Modell lesen kann. Einige frühere Nachrichten sieht es nicht mehr.',
    continue: 'Weiterschreiben',
    isWriting: 'Der Assistent schreibt.',
    hasFinished: 'Der Assistent ist fertig.',
    stopped: 'Vor dem Ende angehalten.',
    interrupted: 'Vor dem Ende unterbrochen.',
    failed: 'Der Assistent konnte die Antwort nicht beenden.',
    endings: {
      length: 'Die Antwort hat die größte Länge erreicht, die das Modell schreiben darf.',
      filter: 'Ein Filter des Modells hat diese Antwort beendet.',
      refusal: 'Das Modell hat es abgelehnt, darauf zu antworten.',
      tools: 'Das Modell wollte ein Werkzeug benutzen, das es hier nicht hat.',
      thinking: 'Das Modell hat seine ganze Länge zum Nachdenken gebraucht und keine Antwort geschrieben.',
    },
    unanswered: 'Diese Frage hat keine Antwort.',
    code: 'Code',
    table: 'Tabelle',
    saveReply: 'Als Markdown speichern',
    print: 'Drucken',
    toEnd: 'Zum Ende',
    earlier: 'Frühere Nachrichten',
    picture: 'Bild',
    startNewChat: 'Neuen Chat beginnen',
  },
  composer: {
    label: 'Nachricht',
    placeholder: 'Schreiben Sie eine Nachricht',
    send: 'Senden',
    stop: 'Anhalten',
    length: (count, limit) => `${format.number(count)} von ${format.number(limit)} Zeichen`,
    offline: 'Sie sind offline. Was Sie schreiben, bleibt hier, solange diese Seite offen ist.',
    demo: 'Demo-Assistent, noch keine echte KI.',
    canBeWrong: (name) => `${name ?? 'Der Assistent'} kann sich irren.`,
  },
};
