import type { Refusal } from '@foyer/policy';
import type { MissingField, Problem } from '../api/problem.ts';

/** What the pages say for each reason for no. */
const refusalTexts: Record<Refusal, string> = {
  INVITATION_CODE_REQUIRED: 'Enter your code first.',
  INVITATION_CODE_INVALID: 'This code is not valid. Check the spelling, or ask whoever gave it to you.',
  INVITATION_CODE_WRONG_KIND: 'This code opens another door.',
  LOGIN_CODES_DISABLED: 'Entry by invitation code is switched off here.',
  REGISTRATION_DISABLED: 'Registration is closed. If you have an account, log in with it.',
  ALREADY_SIGNED_IN: 'You are already signed in.',
  NOT_SIGNED_IN: 'Your session has ended. Log in again to go on.',
  TOO_MANY_TRIES: 'Too many tries from your network. Please wait a moment.',
  TOO_MANY_GUESTS: 'Many people are coming in right now. You will be let in as soon as there is room.',
  INVALID_INPUT: 'Something in this form cannot be used. Check what you entered.',
  INVALID_EMAIL: 'This is not a complete e-mail address.',
  INVALID_EMAIL_OR_PASSWORD: 'The e-mail address or the password is not right.',
  PASSWORD_TOO_SHORT: 'This password is too short. Use at least 8 characters.',
  PASSWORD_TOO_LONG: 'This password is too long. Use at most 128 characters.',
  PASSWORD_TOO_COMMON: 'This password is among the most common ones. Choose another.',
  USER_ALREADY_EXISTS: 'There is already an account with this e-mail address.',
  EMAIL_NOT_VERIFIED: 'Confirm your e-mail address first: open the link in the mail that we sent you.',
  MAIL_OFF: 'This Foyer sends no mail. Ask the people who run it for help.',
  LINK_INVALID: 'This link is not valid any more. It may have been used already, or it is too old.',
  CONVERSION_OFF: 'Guests cannot create an account here. Ask the people who run this Foyer for one.',
  ACCOUNT_EXISTS: 'There is already an account with this e-mail address or login. You can log in to it here.',
  NO_ACCOUNT: 'There is no account for this login yet. Create one first, or log in another way.',
  NOT_A_GUEST: 'You have an account already. Load this page again to go on.',
  NOT_A_MEMBER: 'Only people with an account can do this.',
  CONFIRM_IDENTITY: 'Nothing was changed. First confirm that it is you.',
  WRONG_PASSWORD: 'The password is not right. Nothing was changed.',
  LAST_LOGIN: 'This is your only way in. First set a password, or link another login.',
  PROVIDER_UNKNOWN: 'This way in is not offered here. Choose another one.',
  PROVIDER_DENIED:
    'You were not let through by {provider}, or you turned back. Try again, or choose another way in.',
  PROVIDER_FAILED: 'It did not work with {provider}. Try again in a moment, or choose another way in.',
  PROVIDER_NO_EMAIL:
    'No e-mail address came from {provider}. Allow it to be passed on there, or choose another way in.',
  PROVIDER_NOT_LINKED:
    'There is already an account with this e-mail address, but not for {provider}. Log in as you did before. Then you can link {provider} on your account page.',
  PROVIDER_TAKEN: 'Your login at {provider} belongs to another account here. Use another one.',
  FOREIGN_ORIGIN: 'This page was opened under an address that the server does not accept.',
  NOT_FOUND: 'There is nothing here.',
  KEY_GONE: 'Your chats can no longer be opened in this browser.',
  CHAT_NOT_FOUND: 'There is no such chat. It may have been deleted.',
  MESSAGE_TOO_LONG: 'This message is too long. Shorten it and send it again.',
  TOO_MANY_MESSAGES: 'You have sent as many messages as one person may for now. You can write again later.',
  TOO_MANY_CHATS: 'You have as many chats as one person may keep. Delete one that you no longer need.',
  CHAT_FULL: 'This chat is full. Begin a new chat to go on.',
  STORAGE_SPENT:
    'Your chats hold as much text as one person may keep. Delete a chat that you no longer need, then send your message again.',
  TOO_MANY_STREAMS: 'This chat is open in too many places. Close some tabs or windows, then try again.',
  MODEL_CALLS_SPENT: 'The assistant has answered as many questions as it may today. Please come back later.',
  REPLY_RUNNING: 'An answer is still being written. Wait for it, or stop it.',
  MODEL_FAILED: 'The assistant could not answer. Your question is kept.',
  OVERLOADED: 'Very many people are here right now. Please try again in a moment.',
  DATABASE_AWAY: 'The server cannot get at its data right now. Please try again in a moment.',
  STORAGE_FULL:
    'The server has no room left to keep anything. Please tell whoever runs it, and try again later.',
  NOTHING_TO_RETRY: 'There is no question to answer again.',
  CHAT_MOVED_ON: 'This chat has gone on somewhere else. Reload the page.',
};

const missingFieldTexts: Record<MissingField, string> = {
  EMAIL_MISSING: 'Enter the e-mail address first.',
  PASSWORD_MISSING: 'Enter the password first.',
  CURRENT_PASSWORD_MISSING: 'Enter the current password first.',
  NEW_PASSWORD_MISSING: 'Enter the new password first.',
};

/** What a visitor reads for the default login code, which they never see. */
export const guestAccessClosed = 'Guest access is closed at the moment';

/** What a visitor reads when the default registration code, which they never see, admits nobody. */
export const registrationImpossible =
  'Registration is not possible at the moment. Ask the people who run this Foyer.';

/** What is said of a code in a link, which nobody has spelt. */
export const unusableLink =
  'The code in your link is not valid. It may be used up or out of date: ask whoever gave it to you for another one.';

/** What is said of a code that was typed into the field of the other kind. */
export const wrongKind = {
  login: 'This is a registration code: it creates an account. It does not open a chat without one.',
  registration: 'This is a login code: it opens a chat without an account. It does not create one.',
};

/** @param provider its name, where one had to do with it */
export function errorText(code: Problem['code'], provider = 'the provider'): string {
  if (code === 'OFFLINE') return 'The server cannot be reached. Check your connection and try again.';
  if (code === 'BROKEN') return 'Something went wrong on the server. Please try again.';
  return { ...refusalTexts, ...missingFieldTexts }[code].replaceAll('{provider}', provider);
}
