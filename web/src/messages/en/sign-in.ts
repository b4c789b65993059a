import { format } from '../current-format.ts';

/** Pages of a visitor: landing, login, invitation, waiting. */
export const signIn = {
  landing: {
    title: 'An AI chat, by invitation',
    lead: 'You are invited to talk with an AI assistant.',
    leadOf: (house: string) => `${house} invites you to talk with an AI assistant.`,
    asGuest: 'No account needed. Your chats are deleted when you log out.',
    orKeep: 'or keep your chats',
    withAccount: 'Your chats stay in your account until you delete them.',
  },
  continueAsGuest: 'Continue as Guest',
  guestAccessClosed: 'Guest access is closed at the moment',
  guestAccessJustClosed: 'Guest access is closed at the moment. Please try again later, or log in.',
  login: {
    withoutAccount: 'Without an account',
    haveCode: 'I have an invitation code',
    orWithAccount: 'or with your account',
    newAddress: 'Log in with the email and password that you just used. There you can change the email.',
    forgotPassword: 'Forgot password?',
    forgotWithoutMail: 'Email isn’t set up here. Ask the people who run this site for help.',
    registerWithCode: 'Register with it',
  },
  invited: {
    title: 'You are invited',
    text: 'You’ll join as a guest. No account needed. Your chats are deleted when you log out.',
    otherWays: 'Other ways to join',
  },
  waiting: {
    title: 'Please wait a moment',
    text: 'You will be let in automatically. Keep this page open.',
    otherWays: 'Other ways to join',
    full: 'All places are taken',
    fullText: 'You are let in as soon as somebody leaves. Keep this page open.',
    ended: 'This code has ended while you waited.',
  },
  timeOver: {
    title: 'Your time is over',
    text: 'What you wrote has been deleted, here and on the server.',
    more: 'If you need more time, ask the person who gave you the code.',
    button: 'To the start page',
  },
  unusableLink:
    'The code in your link is not valid. It may be used up or expired. Ask the person who gave it to you for a new one.',
  linkUnchecked: (why: string) => `The code in your link could not be checked. ${why}`,
  signedOut: {
    ended: 'Your session has ended. Log in to continue.',
    guestEnded: (ttlMs: number) =>
      `Your session has ended. Your guest chats are deleted no later than ${format.duration(ttlMs)} after your last visit.`,
    loginNeeded: 'Log in to continue.',
    deleted: 'Your account and all your chats are deleted.',
  },
};
