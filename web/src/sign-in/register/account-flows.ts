import { signInApi } from '../../api/sign-in.ts';

/** How an account comes to be: from the outside, or from a guest. */
export const accountFlows = {
  register: { button: 'Register', send: signInApi.register, leave: signInApi.startOAuth },
  convert: { button: 'Create account', send: signInApi.upgrade, leave: signInApi.startOAuthUpgrade },
} as const;
