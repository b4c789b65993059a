import { format } from '../current-format.ts';
import type { Rich, Slot } from '../rich.ts';

/** Confirming an email address. */
export const email = {
  check: {
    title: 'Check your email',
    text: <T>(address: T): Rich<T> => [
      'We sent a link to ',
      address,
      '. Open it to confirm your address, or enter the code in the email here. Then you can chat.',
    ],
  },
  confirm: {
    title: 'Confirm your email address',
    text: <T>(address: T): Rich<T> => [
      'We sent a link to ',
      address,
      '. Open it, or enter the code in the email here. This page continues by itself.',
    ],
    notYours: <T>(link: Slot<T>): Rich<T> => ['Not your address? ', link('Use another address')],
  },
  byCode: {
    label: 'Code in the email',
    button: 'Confirm',
    text: 'Enter your email address and the code in the email that we sent you. The code works for 15 minutes.',
    forNewAddress: (address: string) =>
      `You are logged in as ${address}. If you asked for another address, enter it and the code in the email that we sent there.`,
    newLetter: 'No email, or an old one? Enter your email address above and press Resend.',
  },
  nothingArrived: 'Nothing after a few minutes? Check your spam folder.',
  resend: 'Resend',
  resendIn: (seconds: number) => `You can send it again in ${format.countdown(seconds)}.`,
  sentAgain: 'Sent again.',
  verify: {
    confirming: 'Confirming your email address',
    confirmed: 'Your email address is confirmed',
    notConfirmed: 'Your email address is not confirmed yet',
    youCanChat: 'You can chat now.',
    logInToChat: 'Log in to chat.',
    logInFirst: 'Log in to confirm your email address',
    linkStaysValid: 'You are not logged in on this browser. Your link stays valid.',
    byProvider: <T>(link: Slot<T>): Rich<T> => [
      'Do you log in with a provider? ',
      link('Log in first'),
      ', then open the link in the email again.',
    ],
  },
  otherAccount: {
    title: 'This link belongs to another account',
    textForGuest:
      'You are a guest here. Open the link where you registered, or log in to your account first.',
    text: (address: string) =>
      `You are logged in as ${address}. Open the link where you registered, or log out first.`,
  },
};
