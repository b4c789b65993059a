import { call } from './client.ts';

/** What happens to the chats of a guest who logs in to an account. */
export type GuestChats = 'move' | 'erase';

/** The page of a provider, where the person goes next. */
export type Redirection = { url: string };

export type CheckedCode = { state: 'login' | 'registration' | 'unusable' };
type Entry = { code: string; attemptId: string } | { default: true; attemptId: string };
type Credentials = { email: string; password: string };
type WithCode = { invitationCode?: string | undefined };
type WithChats = { guestChats?: GuestChats | undefined };

export const signInApi = {
  checkCode: (code: string) => call<CheckedCode>('POST', '/api/auth/invitation-code/check', { code }),
  enterAsGuest: (entry: Entry) => call<unknown>('POST', '/api/auth/sign-in/invitation-code', entry),
  logIn: (who: Credentials & WithChats) => call<unknown>('POST', '/api/auth/sign-in/email', who),
  /** An answer without a user means: a mail was sent, and nobody is logged in. */
  register: (who: Credentials & WithCode) =>
    call<{ user: object | null }>('POST', '/api/auth/sign-up/email', who),
  upgrade: (who: Credentials & WithCode) =>
    call<{ user: object | null }>('POST', '/api/auth/invitation-code/convert', who),
  startOAuth: (who: { provider: string } & WithCode & WithChats) =>
    call<Redirection>('POST', '/api/auth/sign-in/social', who),
  startOAuthUpgrade: (who: { provider: string } & WithCode) =>
    call<Redirection>('POST', '/api/auth/invitation-code/convert-social', who),
};
