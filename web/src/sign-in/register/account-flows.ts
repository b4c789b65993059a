import { signInApi } from '../../api/sign-in.ts';
import * as t from '../../messages/texts.ts';

/** How an account comes to be: from the outside, or from a guest. */
export const accountFlows = {
  register: { button: t.common.register, send: signInApi.register, leave: signInApi.startOAuth },
  convert: { button: t.common.createAccount, send: signInApi.upgrade, leave: signInApi.startOAuthUpgrade },
} as const;
