import { api } from '../../api/client.ts';

/** How an account comes to be: from the outside, or from a guest. */
export const waysToAccount = {
  register: { button: 'Register', send: api.register, leave: api.loginBy },
  convert: { button: 'Create account', send: api.convert, leave: api.convertBy },
} as const;
