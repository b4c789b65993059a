import type { OperatorRefusal } from '@foyer/policy';

/** What the console says about refusals that only operators meet. The others stand in the texts of the pages. */
export const errors: Record<OperatorRefusal, string> & { invalidInput: (detail: string) => string } = {
  TOKEN_INVALID: 'This token is not valid any more.',
  NOT_AN_OPERATOR: 'Your account is no operator any more.',
  SCOPE_MISSING: 'You may not do this.',
  SIGN_IN_AGAIN: 'You logged in a while ago. Enter your password to continue.',
  LINK_USED: 'This link was used already.',
  SETTING_LOCKED: 'The environment sets this, so it cannot be changed here.',
  CHANGED_MEANWHILE:
    'Somebody else has changed this meanwhile. Load it again, and make your change once more.',
  SECOND_FACTOR_ON: 'A second factor is set up already.',
  SECOND_FACTOR_OFF: 'No second factor is set up.',
  CODE_NOT_FOUND: 'There is no such code any more.',
  CODE_EXISTS: 'There is a code with this text already.',
  CHANGE_REFUSED: 'One of the codes refuses this change, so nothing was changed.',
  BATCH_NOT_FOUND: 'There is no such batch.',
  IMPORT_NOT_FOUND: 'There is no such import any more.',
  IMPORT_RUNNING: 'Another import is running. Wait until it ends.',
  PERSON_NOT_FOUND: 'This person is not here any more.',
  /** Followed by what the server says about the field, in English. */
  invalidInput: (detail) => `This was not accepted: ${detail}.`,
};
