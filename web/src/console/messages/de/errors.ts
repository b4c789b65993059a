import type { ConsoleTexts } from '../texts.ts';

export const errors: ConsoleTexts['errors'] = {
  TOKEN_INVALID: 'Dieses Token gilt nicht mehr.',
  NOT_AN_OPERATOR: 'Ihr Konto gehört nicht mehr zur Verwaltung.',
  SCOPE_MISSING: 'Das ist Ihnen nicht erlaubt.',
  SIGN_IN_AGAIN: 'Ihre Anmeldung liegt eine Weile zurück. Geben Sie Ihr Passwort ein, um fortzufahren.',
  LINK_USED: 'Dieser Link wurde schon benutzt.',
  SETTING_LOCKED: 'Das ist in der Umgebung des Servers festgelegt und lässt sich hier nicht ändern.',
  CHANGED_MEANWHILE:
    'Jemand anderes hat das inzwischen geändert. Laden Sie es neu, und ändern Sie es noch einmal.',
  SECOND_FACTOR_ON: 'Ein zweiter Faktor ist schon eingerichtet.',
  SECOND_FACTOR_OFF: 'Es ist kein zweiter Faktor eingerichtet.',
  CODE_NOT_FOUND: 'Diesen Code gibt es nicht mehr.',
  CODE_EXISTS: 'Einen Code mit diesem Text gibt es schon.',
  CHANGE_REFUSED: 'Einer der Codes lässt diese Änderung nicht zu. Deshalb wurde nichts geändert.',
  BATCH_NOT_FOUND: 'Diesen Stapel gibt es nicht.',
  IMPORT_NOT_FOUND: 'Diesen Import gibt es nicht mehr.',
  IMPORT_RUNNING: 'Ein anderer Import läuft noch. Warten Sie, bis er fertig ist.',
  PERSON_NOT_FOUND: 'Diese Person ist nicht mehr hier.',
  invalidInput: (detail) => `Das wurde nicht angenommen: ${detail}.`,
};
