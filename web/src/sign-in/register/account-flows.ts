import { signInApi } from '../../api/sign-in.ts';
import * as t from '../../messages/texts.ts';

/** Creating an account as a visitor, or as a guest. */
export const accountFlows = {
  register: { button: () => t.common.register, send: signInApi.register, leave: signInApi.startOAuth },
  convert: {
    button: () => t.common.createAccount,
    send: signInApi.upgrade,
    leave: signInApi.startOAuthUpgrade,
  },
} as const;
