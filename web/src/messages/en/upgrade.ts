import type { Rich, Slot } from '../rich.ts';

/** A guest creates an account, or logs in to one. */
export const upgrade = {
  text: 'All your chats stay, and you can open them on any device.',
  haveAccount: <T>(link: Slot<T>): Rich<T> => ['Already have an account? ', link('Log in to it')],
  notNow: <T>(link: Slot<T>): Rich<T> => ['Not now? ', link('Stay as guest')],
  notYours: <T>(link: Slot<T>): Rich<T> => ['Not your account? ', link('Use another address')],
  existing: {
    title: 'Log in to your account',
    taken: (email: string) =>
      `There is already an account with this address, ${email}. If it is yours, log in here. Your guest chats have not been changed.`,
    takenByProvider: (provider: string) =>
      `There is already an account for your ${provider} login, or with its email. If it is yours, log in here. Your guest chats have not been changed.`,
    untouched: (why: string) => `${why} Your guest chats have not been changed.`,
  },
  choice: {
    question: 'What should happen to your guest chats?',
    move: 'Bring my chats along',
    moveHint: 'They are added to the chats of your account.',
    erase: 'Delete my chats',
    eraseHint: 'They are deleted for good when you log in.',
    chooseFirst: 'Choose one, then log in.',
  },
};
