import type { ConsoleTexts } from '../texts.ts';

export const errors: ConsoleTexts['errors'] = {
  TOKEN_INVALID: 'Ce jeton n’est plus valable.',
  NOT_AN_OPERATOR: 'Votre compte n’a plus accès à l’administration.',
  SCOPE_MISSING: 'Vous n’avez pas le droit de faire cela.',
  SIGN_IN_AGAIN: 'Votre connexion date un peu. Saisissez votre mot de passe pour continuer.',
  LINK_USED: 'Ce lien a déjà servi.',
  SETTING_LOCKED: 'Ce réglage est fixé dans l’environnement du serveur. Il ne peut pas être modifié ici.',
  CHANGED_MEANWHILE:
    'Quelqu’un d’autre a fait une modification entre-temps. Rechargez, puis refaites la vôtre.',
  SECOND_FACTOR_ON: 'Un second facteur est déjà configuré.',
  SECOND_FACTOR_OFF: 'Aucun second facteur n’est configuré.',
  CODE_NOT_FOUND: 'Ce code n’existe plus.',
  CODE_EXISTS: 'Un code avec ce texte existe déjà.',
  CHANGE_REFUSED: 'L’un des codes n’accepte pas cette modification. Rien n’a donc été modifié.',
  BATCH_NOT_FOUND: 'Ce lot n’existe pas.',
  IMPORT_NOT_FOUND: 'Cet import n’existe plus.',
  IMPORT_RUNNING: 'Un autre import est en cours. Attendez qu’il se termine.',
  PERSON_NOT_FOUND: 'Cette personne n’est plus ici.',
  invalidInput: (detail) => `Cela n’a pas été accepté\u00a0: ${detail}.`,
};
