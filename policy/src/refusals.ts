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
