import { defineErrorCodes } from 'better-auth';
import { APIError } from 'better-auth/api';

/** The reasons for which the plugin itself says no, each a 400. A host adds its own through its decisions. */
export const invitationCodeErrors = defineErrorCodes({
  INVITATION_CODE_REQUIRED: 'An invitation code is required',
  INVITATION_CODE_INVALID: 'This invitation code is not valid',
  ALREADY_SIGNED_IN: 'You are already signed in',
  NOT_A_GUEST: 'Only a guest can do this',
  ACCOUNT_EXISTS: 'There is already an account with this e-mail address or provider',
  KEY_GONE: 'The key to these chats is not in this browser any more',
  NO_ACCOUNT: 'There is no account for this yet',
});

/** A reason for no, as it is answered. */
export type Refusal = { code: string; message: string };

/**
 * The error that answers a refusal.
 * Always 400: a 403 that is thrown while a user is made can be answered as if it had succeeded.
 */
export function refused({ code, message }: Refusal): APIError {
  return new APIError('BAD_REQUEST', { code, message });
}
