import type { Rich, Slot } from '../rich.ts';

/** A forgotten password. */
export const resetPassword = {
  request: {
    title: 'Forgot password?',
    text: 'We’ll email you a link to set a new one.',
    sent: 'If that address has an account, we’ve sent a link.',
    enterCode: 'Does the link not work? Enter the code in the email',
    button: 'Send the link',
    remembered: <T>(link: Slot<T>): Rich<T> => ['Remembered it? ', link('Login')],
  },
  set: {
    title: 'Set a new password',
    text: 'You’ll be logged in here and logged out everywhere else.',
    textForGuest: 'All sessions of your account end. You stay a guest here.',
    byCode: 'Enter your email address, the code in the email that we sent you, and a new password.',
    newLetter: 'No email, or an old one? Ask for a new one',
    newLinkWithoutMail: 'Ask the people who run this site for a new one.',
    knowPassword: <T>(link: Slot<T>): Rich<T> => ['Know your password? ', link('Login')],
  },
  setForGuest: {
    title: 'Your new password is set',
    text: 'You are still a guest here. Log in to your account, and choose what happens to your chats.',
    textWithoutUpgrade: 'You are still a guest here. Log out first, then log in to your account.',
  },
};
