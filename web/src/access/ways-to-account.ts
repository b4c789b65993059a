import { api } from '../api.ts';

/** How an account comes to be: from the outside, or from a guest. */
export const waysToAccount = {
  register: { button: 'Register', send: api.register, leave: api.loginBy, change: 'in' },
  convert: { button: 'Create account', send: api.convert, leave: api.convertBy, change: 'same' },
} as const;
