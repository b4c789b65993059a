import { format } from '../current-format.ts';

/** Texts of the frame, of the fields and of the buttons that several pages share. */
export const common = {
  appName: 'Foyer',
  documentTitle: (page: string, house: string) => `${page} · ${house}`,
  login: 'Login',
  register: 'Register',
  createAccount: 'Create account',
  backToChat: 'Back to the chat',
  goToChat: 'Go to the chat',
  useAnotherAddress: 'Use another address',
  tryAgain: 'Try again',
  tryAgainIn: (seconds: number) => `Try again in ${format.countdown(seconds)}`,
  cancel: 'Cancel',
  undo: 'Undo',
  loading: 'One moment…',
  email: 'Email',
  password: 'Password',
  newPassword: 'New password',
  passwordHint: 'At least 8 characters',
  setPassword: 'Set password',
  show: 'Show',
  hide: 'Hide',
  /** Follows *Show* or *Hide*, for screen readers. */
  ofField: (label: string) => ` ${label.toLowerCase()}`,
  invitationCode: 'Invitation code',
  registrationCode: 'Registration code',
  codeHint: 'As on your card, like 7K2M-9QXD-4HVN8. Capitals do not matter.',
  startChatting: 'Start chatting',
  language: 'Language',
  offline: 'You are offline. What you have typed stays here while this page is open.',
};
