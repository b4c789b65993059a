import { defineErrorCodes } from 'better-auth';
import { APIError } from 'better-auth/api';

/** The plugin's own refusals. The host adds others through its decisions. */
export const invitationCodeErrors = defineErrorCodes({
  INVITATION_CODE_REQUIRED: 'An invitation code is required',
  INVITATION_CODE_INVALID: 'This invitation code is not valid',
  ALREADY_SIGNED_IN: 'You are already signed in',
  NOT_A_GUEST: 'Only a guest can do this',
  ACCOUNT_EXISTS: 'There is already an account with this email address or provider',
  KEY_GONE: 'The key to this data is not in this browser any more',
  NO_ACCOUNT: 'There is no account for this yet',
  ROOM_FULL: 'As many people are in as may be at once, wait until somebody leaves',
  TIME_OVER: 'Your time is over, and what you wrote was deleted',
});

export type Refusal = { code: string; message: string };

/** Always a 400: Better Auth can answer a 403 that is thrown while a user is created as if it had succeeded. */
export function refused({ code, message }: Refusal): APIError {
  return new APIError('BAD_REQUEST', { code, message });
}
