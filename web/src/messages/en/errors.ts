import type { Problem } from '../../api/problem.ts';

type Code = Problem['code'];
type AboutProvider = Extract<Code, `PROVIDER_${string}`>;

/** What the pages say for each refusal of the server, each empty field, and each failure. */
export const errors: Record<Exclude<Code, AboutProvider>, string> &
  Record<AboutProvider, (provider: string) => string> = {
  INVITATION_CODE_REQUIRED: 'Enter your code first.',
  INVITATION_CODE_INVALID:
    'This code is not valid. Check the spelling. If it is right, the code is used up or expired: ask the person who gave it to you for a new one.',
  INVITATION_CODE_WRONG_KIND: 'This code is for something else.',
  LOGIN_CODES_DISABLED: 'Invitation codes for guests are switched off here.',
  REGISTRATION_DISABLED: 'Registration is closed. If you have an account, log in.',
  ALREADY_SIGNED_IN: 'You are already logged in.',
  NOT_SIGNED_IN: 'Your session has ended. Log in to continue.',
  TOO_MANY_TRIES: 'Too many attempts from your network. Please wait a moment.',
  TOO_MANY_GUESTS: 'Many people are joining right now. You will be let in as soon as there is room.',
  INVALID_INPUT: 'Please check the form.',
  INVALID_EMAIL: 'Enter a full email address, like ada@example.org.',
  INVALID_EMAIL_OR_PASSWORD: 'That email or password is incorrect.',
  PASSWORD_TOO_SHORT: 'This password is too short. Use at least 8 characters.',
  PASSWORD_TOO_LONG: 'This password is too long. Use at most 128 characters.',
  PASSWORD_TOO_COMMON: 'This password is among the most common ones. Choose another.',
  ACCOUNT_BLOCKED: 'This account is blocked. Ask the people who invited you.',
  LAST_OPERATOR: 'This is the last operator. Make another one first.',
  USER_ALREADY_EXISTS: 'There is already an account with this email.',
  EMAIL_NOT_VERIFIED: 'Confirm your email address first. Open the link in the email that we sent you.',
  MAIL_OFF: 'Email isn’t set up here. Ask the people who run this site for help.',
  LINK_INVALID: 'This link is no longer valid. It may have been used already, or it is too old.',
  MAIL_CODE_INVALID:
    'This code is not valid for this email address. It works for 15 minutes, and for five attempts. You can ask for a new email.',
  CONVERSION_OFF: 'Guests cannot create an account here. Ask the people who run this site for one.',
  ACCOUNT_EXISTS: 'An account with this email already exists. Log in instead.',
  NO_ACCOUNT: 'There is no account for this login yet. Create one first, or log in another way.',
  NOT_A_GUEST: 'You already have an account. Reload this page to continue.',
  NOT_A_MEMBER: 'Only people with an account can do this.',
  CONFIRM_IDENTITY: 'Nothing was changed. First confirm that it is you.',
  WRONG_PASSWORD: 'That password is incorrect. Nothing was changed.',
  LAST_LOGIN: 'This is your only way to log in. First set a password, or link another login.',
  PROVIDER_UNKNOWN: () => 'This way to log in is not offered here. Choose another one.',
  PROVIDER_DENIED: (provider) =>
    `You were not let through by ${provider}, or you turned back. Try again, or choose another way to log in.`,
  PROVIDER_FAILED: (provider) =>
    `It did not work with ${provider}. Try again in a moment, or choose another way to log in.`,
  PROVIDER_NO_EMAIL: (provider) =>
    `No email address came from ${provider}. Allow ${provider} to pass it on, or choose another way to log in.`,
  PROVIDER_NOT_LINKED: (provider) =>
    `There is already an account with this email, but it is not linked to ${provider}. Log in as you did before. Then you can link ${provider} on your account page.`,
  PROVIDER_TAKEN: (provider) => `Your login at ${provider} belongs to another account here. Use another one.`,
  FOREIGN_ORIGIN: 'This page was opened under an address that the server does not accept.',
  NOT_FOUND: 'Page not found.',
  KEY_GONE: 'Your chats can no longer be opened in this browser.',
  CHAT_NOT_FOUND: 'There is no such chat. It may have been deleted.',
  MESSAGE_TOO_LONG: 'This message is too long. Shorten it and send it again.',
  MESSAGE_TOO_LONG_FOR_MODEL:
    'This message is too long for the model. Shorten it and send it again, or start a new chat.',
  TOO_MANY_MESSAGES: 'You’ve reached the message limit for now. You can write again later.',
  TOO_MANY_CHATS: 'You’ve reached the limit of chats. Delete one that you no longer need.',
  CHAT_FULL: 'This chat is full. Start a new chat to continue.',
  STORAGE_SPENT:
    'Your chats have reached the limit of text. Delete a chat that you no longer need, then send your message again.',
  TOO_MANY_STREAMS: 'This chat is open in too many places. Close some tabs or windows, then try again.',
  MODEL_CALLS_SPENT: 'The assistant has reached its limit of answers for today. Please come back later.',
  MESSAGES_SPENT:
    'You have used all the messages of your invitation for now. You can still read and copy your chats.',
  BUDGET_SPENT:
    'All answers of this invitation are used up. You can still read and copy your chats. To continue, ask the person who gave you the code for another one.',
  TIME_OVER: 'Your time is over. What you wrote has been deleted.',
  ROOM_FULL: 'All places are taken at the moment. When somebody leaves, a place is free for you.',
  CODES_STOPPED:
    'All invitation codes are paused at the moment. Please try again later, or ask the person who gave you the code.',
  SECOND_FACTOR_REQUIRED: 'Enter the code that your authenticator app shows, or a recovery code.',
  SECOND_FACTOR_WRONG:
    'This code is not right. Enter the one that your app shows now, or an unused recovery code.',
  REPLY_RUNNING: 'An answer is still being written. Wait for it, or stop it.',
  MODEL_FAILED: 'The assistant could not answer. Your question is kept.',
  MODEL_BUSY: 'The model has too much to do right now. Your question is kept.',
  OVERLOADED: 'Very many people are here right now. Please try again in a moment.',
  DATABASE_AWAY: 'The server can’t reach its database. Please try again in a moment.',
  STORAGE_FULL:
    'The server has no storage left. Please tell the people who run this site, and try again later.',
  NOTHING_TO_RETRY: 'There is no question to answer again.',
  CHAT_MOVED_ON: 'This chat was continued in another tab. Reload the page.',
  MAIL_CODE_MISSING: 'Enter the code in the email first.',
  EMAIL_MISSING: 'Enter your email first.',
  PASSWORD_MISSING: 'Enter your password first.',
  CURRENT_PASSWORD_MISSING: 'Enter your current password first.',
  NEW_PASSWORD_MISSING: 'Enter your new password first.',
  OFFLINE: 'The server cannot be reached. Check your connection and try again.',
  BROKEN: 'Something went wrong on the server. Please try again.',
};

/** A code that was refused and looks like the beginning of one. */
export const cutShort = {
  code: 'A part of this code is missing. A whole code looks like 7K3M-9QXA-2FV8B. Copy all of it, or ask the person who gave it to you.',
  link: 'A part of the code is missing in your link. Open the whole link, or ask the person who gave it to you.',
};

/** A code that was typed into the field of the other kind. */
export const wrongKind = {
  login: 'This is a registration code. It creates an account, but does not start a chat without one.',
  registration: 'This is a login code. To create an account you need a registration code.',
};
