import type { ConsoleTexts } from '../texts.ts';

export const errors: ConsoleTexts['errors'] = {
  TOKEN_INVALID: 'Tokeni hii si halali tena.',
  NOT_AN_OPERATOR: 'Akaunti yako si ya msimamizi tena.',
  SCOPE_MISSING: 'Huna ruhusa ya kufanya hivi.',
  SIGN_IN_AGAIN: 'Uliingia muda mrefu uliopita. Andika nenosiri lako ili kuendelea.',
  LINK_USED: 'Kiungo hiki kimeshatumika.',
  SETTING_LOCKED: 'Hii imewekwa kwenye mazingira ya seva, kwa hiyo haiwezi kubadilishwa hapa.',
  CHANGED_MEANWHILE:
    'Mtu mwingine amebadilisha hii wakati huohuo. Pakia upya, kisha fanya badiliko lako tena.',
  SECOND_FACTOR_ON: 'Uthibitishaji wa hatua mbili tayari umewekwa.',
  SECOND_FACTOR_OFF: 'Uthibitishaji wa hatua mbili haujawekwa.',
  CODE_NOT_FOUND: 'Msimbo huu haupo tena.',
  CODE_EXISTS: 'Tayari kuna msimbo wenye maandishi haya.',
  CHANGE_REFUSED: 'Msimbo mmoja haukubali badiliko hili, kwa hiyo hakuna kilichobadilishwa.',
  BATCH_NOT_FOUND: 'Kundi hili halipo.',
  IMPORT_NOT_FOUND: 'Uletaji huu haupo tena.',
  IMPORT_RUNNING: 'Faili lingine linaletwa. Subiri hadi limalizike.',
  PERSON_NOT_FOUND: 'Mtu huyu hayupo hapa tena.',
  invalidInput: (detail) => `Hili halikukubaliwa: ${detail}.`,
};
