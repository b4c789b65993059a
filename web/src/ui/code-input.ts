import { maxTypedLength } from '@foyer/invitation-codes/code';

/** How a field for a code behaves: a code is no word, no name and no password to remember. */
export const codeInput = {
  size: 'md',
  autoComplete: 'off',
  autoCapitalize: 'none',
  autoCorrect: 'off',
  spellCheck: false,
  withAsterisk: false,
  maxLength: maxTypedLength,
} as const;
