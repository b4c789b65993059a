import type { Rich, Slot } from '../rich.ts';

/** The register page, and accounts that are created by a provider. */
export const register = {
  yourAccount: 'Your account',
  haveAccount: <T>(link: Slot<T>): Rich<T> => ['Already have an account? ', link('Login')],
  codeFirst: 'Enter your code to continue.',
  fromLink: 'From your link.',
  anotherCode: 'Enter another code',
  logInWithCode: 'Log in with it',
  logInInstead: 'Log in instead',
  impossible: 'Registration is not possible at the moment. Ask the people who run this site.',
  closed: {
    title: 'Registration is closed',
    text: 'New accounts cannot be created at the moment.',
  },
};
