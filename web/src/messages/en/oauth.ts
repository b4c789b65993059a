import type { Rich, Slot } from '../rich.ts';

/** Login by a provider. */
export const oauth = {
  otherWays: 'Other ways to log in',
  or: 'or',
  continueWith: (provider: string) => `Continue with ${provider}`,
  /** Where the name of the provider is not known. */
  theProvider: 'the provider',
  registrationClosed: (provider: string) =>
    `There is no account here for your ${provider} login, and registration is closed. Nothing was saved.`,
  oneMoreStep: {
    title: 'One more step',
    text: (provider: string) =>
      `There is no account here for your ${provider} login yet. Enter a registration code to create one. Then you go to ${provider} once more.`,
    continue: 'Continue',
    haveAccount: <T>(provider: string, link: Slot<T>): Rich<T> => [
      'Already have an account? ',
      link('Back to Login'),
      ` and log in as you did before. Then link ${provider} on your account page. Nothing is saved until you enter a code.`,
    ],
  },
};
