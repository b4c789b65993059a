/** Refusals that only operators meet. They stand apart, so that the pages of visitors do not carry their sentences. */
export const operatorRefusals = {
  TOKEN_INVALID: 'This token is not valid, or it was revoked',
  NOT_AN_OPERATOR: 'Only an operator can do this',
  SCOPE_MISSING: 'This token may not do this',
  SIGN_IN_AGAIN: 'Confirm first that it is you',
  LINK_USED: 'This link was used already',
  SETTING_LOCKED: 'The environment sets this, so it cannot be changed here',
  CHANGED_MEANWHILE: 'Somebody else has changed this meanwhile',
  SECOND_FACTOR_ON: 'A second factor is set up already',
  SECOND_FACTOR_OFF: 'No second factor is set up',
  CODE_NOT_FOUND: 'There is no such code',
  CODE_EXISTS: 'code: it exists already',
  CHANGE_REFUSED: 'A code refuses this change',
  BATCH_NOT_FOUND: 'There is no such batch',
  IMPORT_NOT_FOUND: 'There is no such import',
  IMPORT_RUNNING: 'Another import is running, wait until it ends',
  PERSON_NOT_FOUND: 'There is no such person',
} as const;

export type OperatorRefusal = keyof typeof operatorRefusals;
