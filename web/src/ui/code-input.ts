import { maxTypedLength } from '@foyer/invitation-codes/code';

/** A code is not a word, a name or a password: the browser must not correct or remember it. */
export const codeInput = {
  size: 'md',
  autoComplete: 'off',
  autoCapitalize: 'none',
  autoCorrect: 'off',
  spellCheck: false,
  withAsterisk: false,
  maxLength: maxTypedLength,
} as const;
