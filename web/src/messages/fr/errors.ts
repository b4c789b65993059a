import type { Messages } from '../texts.ts';

export const errors: Messages['errors'] = {
  INVITATION_CODE_REQUIRED: 'Saisissez d’abord votre code.',
  INVITATION_CODE_INVALID:
    'Ce code n’est pas valable. Vérifiez-le. S’il est bien écrit, c’est qu’il est épuisé ou expiré\u00a0: demandez-en un nouveau à la personne qui vous l’a donné.',
  INVITATION_CODE_WRONG_KIND: 'Ce code sert à autre chose.',
  LOGIN_CODES_DISABLED: 'Les codes d’invitation pour invités sont désactivés ici.',
  REGISTRATION_DISABLED: 'Les inscriptions sont fermées. Si vous avez un compte, connectez-vous.',
  ALREADY_SIGNED_IN: 'Vous êtes déjà connecté.',
  NOT_SIGNED_IN: 'Votre session est terminée. Connectez-vous pour continuer.',
  TOO_MANY_TRIES: 'Trop de tentatives depuis votre réseau. Patientez un instant.',
  TOO_MANY_GUESTS: 'Beaucoup de personnes arrivent en ce moment. Vous entrerez dès qu’il y aura de la place.',
  INVALID_INPUT: 'Vérifiez le formulaire.',
  INVALID_EMAIL: 'Saisissez une adresse e-mail complète, comme ada@example.org.',
  INVALID_EMAIL_OR_PASSWORD: 'L’e-mail ou le mot de passe est incorrect.',
  PASSWORD_TOO_SHORT: 'Ce mot de passe est trop court. Il faut au moins 8 caractères.',
  PASSWORD_TOO_LONG: 'Ce mot de passe est trop long. Il faut au plus 128 caractères.',
  PASSWORD_TOO_COMMON: 'Ce mot de passe est l’un des plus courants. Choisissez-en un autre.',
  ACCOUNT_BLOCKED: 'Ce compte est bloqué. Adressez-vous aux personnes qui vous ont invité.',
  LAST_OPERATOR: 'C’est le dernier administrateur. Ajoutez-en d’abord un autre.',
  USER_ALREADY_EXISTS: 'Il existe déjà un compte avec cet e-mail.',
  EMAIL_NOT_VERIFIED:
    'Confirmez d’abord votre adresse e-mail. Ouvrez le lien de l’e-mail que nous vous avons envoyé.',
  MAIL_OFF: 'L’e-mail n’est pas configuré ici. Demandez de l’aide aux responsables de ce site.',
  LINK_INVALID: 'Ce lien n’est plus valable. Il a peut-être déjà servi, ou il est trop ancien.',
  MAIL_CODE_INVALID:
    'Ce code n’est pas valable pour cette adresse e-mail. Il l’est pendant 15 minutes, et pour cinq essais. Vous pouvez demander un nouvel e-mail.',
  CONVERSION_OFF:
    'Les invités ne peuvent pas créer de compte ici. Demandez-en un aux responsables de ce site.',
  ACCOUNT_EXISTS: 'Il existe déjà un compte avec cet e-mail. Connectez-vous plutôt.',
  NO_ACCOUNT:
    'Il n’y a pas encore de compte pour cette connexion. Créez-en un d’abord, ou connectez-vous autrement.',
  NOT_A_GUEST: 'Vous avez déjà un compte. Rechargez cette page pour continuer.',
  NOT_A_MEMBER: 'Il faut un compte pour faire cela.',
  CONFIRM_IDENTITY: 'Rien n’a été modifié. Confirmez d’abord que c’est bien vous.',
  WRONG_PASSWORD: 'Ce mot de passe est incorrect. Rien n’a été modifié.',
  LAST_LOGIN:
    'C’est votre seul moyen de vous connecter. Créez d’abord un mot de passe, ou associez une autre connexion.',
  PROVIDER_UNKNOWN: () => 'Ce moyen de connexion n’est pas proposé ici. Choisissez-en un autre.',
  PROVIDER_DENIED: (provider) =>
    `La connexion avec ${provider} a été refusée ou annulée. Réessayez, ou connectez-vous autrement.`,
  PROVIDER_FAILED: (provider) =>
    `La connexion avec ${provider} n’a pas fonctionné. Réessayez dans un instant, ou connectez-vous autrement.`,
  PROVIDER_NO_EMAIL: (provider) =>
    `La connexion avec ${provider} n’a pas transmis d’adresse e-mail. Autorisez-la à le faire, ou connectez-vous autrement.`,
  PROVIDER_NOT_LINKED: (provider) =>
    `Il existe déjà un compte avec cet e-mail, mais il n’est pas associé à votre connexion avec ${provider}. Connectez-vous comme d’habitude. Vous pourrez ensuite l’associer sur la page de votre compte.`,
  PROVIDER_TAKEN: (provider) =>
    `Votre connexion avec ${provider} appartient ici à un autre compte. Utilisez-en une autre.`,
  FOREIGN_ORIGIN: 'Cette page a été ouverte à une adresse que le serveur n’accepte pas.',
  NOT_FOUND: 'Cette page n’existe pas.',
  KEY_GONE: 'Vos conversations ne peuvent plus être ouvertes dans ce navigateur.',
  CHAT_NOT_FOUND: 'Cette conversation n’existe pas. Elle a peut-être été supprimée.',
  MESSAGE_TOO_LONG: 'Ce message est trop long. Raccourcissez-le, puis renvoyez-le.',
  MESSAGE_TOO_LONG_FOR_MODEL:
    'Ce message est trop long pour le modèle. Raccourcissez-le et renvoyez-le, ou commencez une nouvelle conversation.',
  TOO_MANY_MESSAGES:
    'Vous avez atteint le nombre maximal de messages pour le moment. Vous pourrez de nouveau écrire plus tard.',
  TOO_MANY_CHATS:
    'Vous avez atteint le nombre maximal de conversations. Supprimez-en une dont vous n’avez plus besoin.',
  CHAT_FULL: 'Cette conversation est pleine. Commencez-en une nouvelle pour continuer.',
  STORAGE_SPENT:
    'Vos conversations ont atteint la quantité maximale de texte. Supprimez une conversation dont vous n’avez plus besoin, puis renvoyez votre message.',
  TOO_MANY_STREAMS:
    'Cette conversation est ouverte à trop d’endroits. Fermez quelques onglets ou fenêtres, puis réessayez.',
  MODEL_CALLS_SPENT: 'L’assistant n’a plus de réponses pour aujourd’hui. Revenez plus tard.',
  MESSAGES_SPENT:
    'Vous avez utilisé tous les messages de votre invitation pour le moment. Vous pouvez toujours lire et copier vos conversations.',
  BUDGET_SPENT:
    'Toutes les réponses de cette invitation sont épuisées. Vous pouvez toujours lire et copier vos conversations. Pour continuer, demandez un autre code à la personne qui vous l’a donné.',
  TIME_OVER: 'Votre temps est écoulé. Ce que vous avez écrit a été supprimé.',
  ROOM_FULL:
    'Toutes les places sont prises pour le moment. Quand quelqu’un partira, une place sera libre pour vous.',
  CODES_STOPPED:
    'Tous les codes d’invitation sont suspendus pour le moment. Réessayez plus tard, ou demandez à la personne qui vous a donné le code.',
  SECOND_FACTOR_REQUIRED:
    'Saisissez le code qu’affiche votre application d’authentification, ou un code de récupération.',
  SECOND_FACTOR_WRONG:
    'Ce code n’est pas le bon. Saisissez celui que votre application affiche maintenant, ou un code de récupération non utilisé.',
  REPLY_RUNNING: 'Une réponse est encore en cours. Attendez-la, ou arrêtez-la.',
  MODEL_FAILED: 'L’assistant n’a pas pu répondre. Votre question est conservée.',
  MODEL_BUSY: 'Le modèle est trop sollicité en ce moment. Votre question est conservée.',
  OVERLOADED: 'Il y a énormément de monde en ce moment. Réessayez dans un instant.',
  DATABASE_AWAY: 'Le serveur n’arrive pas à joindre sa base de données. Réessayez dans un instant.',
  STORAGE_FULL: 'Le serveur n’a plus d’espace. Prévenez les responsables de ce site, et réessayez plus tard.',
  NOTHING_TO_RETRY: 'Il n’y a pas de question à laquelle répondre de nouveau.',
  CHAT_MOVED_ON: 'Cette conversation s’est poursuivie dans un autre onglet. Rechargez la page.',
  MAIL_CODE_MISSING: 'Saisissez d’abord le code reçu par e-mail.',
  EMAIL_MISSING: 'Saisissez d’abord votre e-mail.',
  PASSWORD_MISSING: 'Saisissez d’abord votre mot de passe.',
  CURRENT_PASSWORD_MISSING: 'Saisissez d’abord votre mot de passe actuel.',
  NEW_PASSWORD_MISSING: 'Saisissez d’abord votre nouveau mot de passe.',
  OFFLINE: 'Le serveur est injoignable. Vérifiez votre connexion et réessayez.',
  BROKEN: 'Une erreur s’est produite sur le serveur. Réessayez.',
};

export const cutShort: Messages['cutShort'] = {
  code: 'Il manque une partie de ce code. Un code entier ressemble à 7K3M-9QXA-2FV8B. Copiez-le en entier, ou demandez à la personne qui vous l’a donné.',
  link: 'Il manque une partie du code dans votre lien. Ouvrez le lien entier, ou demandez à la personne qui vous l’a donné.',
};

export const wrongKind: Messages['wrongKind'] = {
  login: 'C’est un code d’inscription. Il sert à créer un compte, pas à discuter sans compte.',
  registration: 'C’est un code pour invités. Pour créer un compte, il vous faut un code d’inscription.',
};
