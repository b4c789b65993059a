/** The code in a letter. Some browsers can fill it in from the mail. */
export const mailCodeInput = {
  size: 'md',
  autoComplete: 'one-time-code',
  autoCapitalize: 'characters',
  autoCorrect: 'off',
  spellCheck: false,
  withAsterisk: false,
  maxLength: 1000,
} as const;
