import { format } from '../current-format.ts';
import type { Messages } from '../texts.ts';

const countOf = (messages: number) =>
  format.plural(messages, {
    one: `${format.number(messages)} message`,
    other: `${format.number(messages)} messages`,
  });

export const chat: Messages['chat'] = {
  title: 'Conversation',
  newChat: 'Nouvelle conversation',
  chats: 'Conversations',
  thisChat: 'Cette conversation',
  skip: 'Aller à la conversation',
  close: 'Fermer',
  with: (name) => `avec ${name}`,
  guest: {
    label: 'À propos de cette visite',
    who: 'Vous êtes ici en tant qu’invité.',
    loss: 'Vos conversations sont supprimées quand vous vous déconnectez.',
    lossWithBrowser: 'Vous perdez vos conversations si vous vous déconnectez ou fermez le navigateur.',
    byShift: 'Appuyer trois fois sur la touche Maj les supprime aussi et affiche un autre site.',
  },
  accountReady: 'Votre compte est prêt, et vos conversations vous ont suivi.',
  loggedIn: 'Vous êtes connecté, et vos conversations vous ont suivi.',
  welcome: 'De quoi souhaitez-vous parler\u00a0?',
  beginnings: 'Vous pourriez commencer par',
  help: 'Aide',
  expect: {
    with: (name) => `Avec ${name}, un assistant IA.`,
    limits({ messages, messagesPerDay, endsAt }) {
      const inAll = messages !== null && countOf(messages);
      const aDay =
        messagesPerDay !== null &&
        `${inAll ? format.number(messagesPerDay) : countOf(messagesPerDay)} par jour`;
      const until = endsAt !== null && `du temps jusqu’à ${format.clock(endsAt)}`;
      const parts = [inAll, aDay, until].filter((part) => part !== false);
      return parts.length === 0 ? '' : `Vous avez ${parts.join(', ')}.`;
    },
    kept: 'Vos conversations restent jusqu’à ce que vous les supprimiez.',
    deleted: 'Ce que vous écrivez est supprimé quand vous vous déconnectez.',
    deletedAtEnd: 'Supprimé à la fin de votre temps, ou quand vous vous déconnectez.',
  },
  limits: {
    messages({ left, isToday }, dayEndsAt) {
      if (left === 0 && isToday)
        return `Il ne vous reste plus de message pour aujourd’hui. Vous pourrez de nouveau écrire à ${format.clock(dayEndsAt)}.`;
      if (left === 0)
        return 'Il ne vous reste plus de message. Vous pouvez toujours lire et copier vos conversations.';
      return isToday ? `Encore ${countOf(left)} pour aujourd’hui.` : `Encore ${countOf(left)}.`;
    },
    ends: (at) => `Votre temps se termine à ${format.clock(at)}.`,
    endsSoon: (at) =>
      `Il reste moins de 5 minutes. Votre temps se termine à ${format.clock(at)}, et ce que vous avez écrit sera supprimé.`,
  },
  save: {
    button: 'Enregistrer mes conversations',
    fileName: 'conversations.md',
    replyFileName: 'reponse.md',
  },
  shortcuts: {
    title: 'Raccourcis clavier',
    button: 'Raccourcis',
    escape: 'Échap',
    letters: 'Utiliser les raccourcis d’une seule lettre',
    names: {
      newChat: 'Nouvelle conversation',
      search: 'Rechercher dans les conversations',
      write: 'Écrire un message',
      copy: 'Copier la dernière réponse',
      stop: 'Arrêter la réponse',
      list: 'Cette liste',
    },
  },
  roomFull: {
    title: 'Toutes les places sont prises',
    text: 'Vous vous êtes absenté un moment, et quelqu’un d’autre a pris votre place. Vous rentrerez dès qu’une place sera libre. Laissez cette page ouverte.',
    kept: 'Vos conversations sont conservées.',
  },
  list: {
    empty: 'Pas encore de conversation.',
    guest: 'Invité',
    account: 'Compte',
    options: (title) => `Options pour ${title}`,
    rename: 'Renommer',
    remove: 'Supprimer',
    renameTitle: 'Renommer cette conversation',
    renameLabel: 'Titre',
    save: 'Enregistrer',
    removed: (title) => `«\u00a0${title}\u00a0» est supprimé.`,
    today: 'Aujourd’hui',
    yesterday: 'Hier',
    earlier: 'Plus tôt',
    earlierChats: 'Conversations plus anciennes',
    erased: 'Effacé à la déconnexion',
    search: 'Rechercher dans les conversations',
    searching: 'Recherche…',
    found: (count) =>
      count === 0
        ? 'Rien trouvé'
        : format.plural(count, {
            one: '1 passage trouvé',
            other: `${format.number(count)} passages trouvés`,
          }),
  },
  link: {
    text: 'Vous êtes déjà connecté. Le code de votre lien n’a pas été utilisé. Déconnectez-vous d’abord pour l’utiliser.',
    orCreateWith: (link) => [
      'Ou créez un compte avec ce code\u00a0: vos conversations resteront. ',
      link('Créer un compte avec ce code'),
    ],
    orCreateWithout: (link) => [
      'Ou créez un compte sans ce code\u00a0: vos conversations resteront. ',
      link('Créer un compte sans ce code'),
    ],
    logOutFirst: 'Se déconnecter d’abord',
    dismiss: 'Masquer',
    separator: ' · ',
  },
  keyGone: {
    title: 'Vos conversations ne peuvent plus être ouvertes',
    why: 'Seul ce navigateur pouvait les ouvrir, avec un cookie qui n’est plus là. Il a peut-être été effacé ou bloqué. Personne d’autre ne peut les lire non plus.',
    what: 'Vous êtes toujours ici en tant qu’invité. Vous pouvez recommencer\u00a0: les anciennes conversations seront définitivement supprimées.',
    button: 'Recommencer',
  },
  thread: {
    you: 'Vous',
    assistant: 'Assistant',
    writing: 'En train d’écrire…',
    thinking: 'En train de réfléchir…',
    thoughts: 'Réflexion',
    silent: 'Le modèle est occupé ou en cours de chargement. Cela peut prendre quelques minutes.',
    leftOut:
      'Cette conversation est plus longue que ce que le modèle peut lire. Il ne voit plus certains des premiers messages.',
    continue: 'Continuer',
    isWriting: 'L’assistant écrit.',
    hasFinished: 'L’assistant a terminé.',
    stopped: 'Arrêté avant la fin.',
    interrupted: 'Interrompu avant la fin.',
    failed: 'L’assistant n’a pas pu terminer.',
    endings: {
      length: 'La réponse a atteint la longueur maximale que le modèle peut écrire.',
      filter: 'Un filtre du modèle a mis fin à cette réponse.',
      refusal: 'Le modèle a refusé de répondre à cela.',
      tools: 'Le modèle a voulu utiliser un outil qu’il n’a pas ici.',
      thinking: 'Le modèle a passé toute sa longueur à réfléchir et n’a pas écrit de réponse.',
    },
    unanswered: 'Cette question n’a pas de réponse.',
    code: 'Code',
    table: 'Tableau',
    saveReply: 'Enregistrer en Markdown',
    print: 'Imprimer',
    toEnd: 'Aller à la fin',
    earlier: 'Messages précédents',
    picture: 'Image',
    startNewChat: 'Commencer une nouvelle conversation',
  },
  composer: {
    label: 'Message',
    placeholder: 'Écrivez un message',
    send: 'Envoyer',
    stop: 'Arrêter',
    length: (count, limit) =>
      format.plural(limit, {
        one: `${format.number(count)} sur ${format.number(limit)} caractère`,
        other: `${format.number(count)} sur ${format.number(limit)} caractères`,
      }),
    offline: 'Vous êtes hors ligne. Ce que vous écrivez reste ici tant que cette page est ouverte.',
    demo: 'Assistant de démonstration, pas encore de vraie IA.',
    canBeWrong: (name) => `${name ?? 'L’assistant'} peut se tromper.`,
  },
};
