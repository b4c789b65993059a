/**
 * Every reason for which the product says no, with the sentence that the API answers.
 * The pages have sentences of their own for each of them, checked by the compiler.
 */
export const refusals = {
  INVITATION_CODE_REQUIRED: 'An invitation code is required',
  INVITATION_CODE_INVALID: 'This invitation code is not valid',
  INVITATION_CODE_WRONG_KIND: 'This invitation code is of the other kind',
  LOGIN_CODES_DISABLED: 'Login by invitation code is disabled',
  REGISTRATION_DISABLED: 'Registration is closed',
  ALREADY_SIGNED_IN: 'You are already signed in',
  NOT_SIGNED_IN: 'Sign in first',
  TOO_MANY_TRIES: 'Too many tries, wait a moment',
  INVALID_INPUT: 'The request is not of the expected form',
  INVALID_EMAIL: 'email: a valid e-mail address is expected',
  INVALID_EMAIL_OR_PASSWORD: 'Invalid e-mail or password',
  PASSWORD_TOO_SHORT: 'password: at least 8 characters are expected',
  PASSWORD_TOO_LONG: 'password: at most 128 characters are expected',
  PASSWORD_TOO_COMMON: 'password: this one is among the most common passwords',
  USER_ALREADY_EXISTS: 'There is already an account with this e-mail address',
  EMAIL_NOT_VERIFIED: 'Confirm your e-mail address first',
  MAIL_OFF: 'This server sends no mail',
  LINK_INVALID: 'This link is not valid any more',
  CONVERSION_OFF: 'Guests cannot create an account here',
  ACCOUNT_EXISTS: 'There is already an account with this e-mail address or provider',
  NO_ACCOUNT: 'There is no account for this yet',
  NOT_A_GUEST: 'Only a guest can do this',
  NOT_A_MEMBER: 'Only a member can do this',
  CONFIRM_IDENTITY: 'password: give your password, or log in again first',
  WRONG_PASSWORD: 'password: it is not right',
  LAST_LOGIN: 'This is the last way into the account',
  PROVIDER_UNKNOWN: 'provider: there is no such provider here',
  PROVIDER_DENIED: 'The provider did not let you through',
  PROVIDER_FAILED: 'The provider could not be asked',
  PROVIDER_NO_EMAIL: 'The provider tells no e-mail address',
  PROVIDER_NOT_LINKED: 'There is an account with this e-mail address, and the provider is not linked to it',
  PROVIDER_TAKEN: 'This login of the provider belongs to another account',
  FOREIGN_ORIGIN: 'The request comes from another site',
  NOT_FOUND: 'There is nothing here',
  CHAT_NOT_FOUND: 'There is no such chat',
  MESSAGE_TOO_LONG: 'text: the message is too long',
  TOO_MANY_MESSAGES: 'You have sent as many messages as a guest may in an hour',
  REPLY_RUNNING: 'An answer is still being written',
  MODEL_FAILED: 'The model could not answer',
  NOTHING_TO_RETRY: 'There is no question to answer again',
} as const;

/** The name of a refusal: the `code` of an answer `{ code, message }`. */
export type Refusal = keyof typeof refusals;
