import type { AnswerOf, BodyOf } from '@foyer/api/route';
import type * as contract from '@foyer/api/sign-in';
import { call } from './client.ts';

/** What happens to the chats of a guest who logs in to an account. */
export type GuestChats = NonNullable<BodyOf<typeof contract.logIn>['guestChats']>;

/** The page of a provider, where the person goes next. */
export type Redirection = AnswerOf<typeof contract.goToProvider, 200>;

export type CheckedCode = AnswerOf<typeof contract.checkCode, 200>;

export const signInApi = {
  checkCode: (code: string) =>
    call<typeof contract.checkCode>('POST', '/api/auth/invitation-code/check', { code }),
  enterAsGuest: (entry: BodyOf<typeof contract.enterAsGuest>) =>
    call<typeof contract.enterAsGuest>('POST', '/api/auth/sign-in/invitation-code', entry),
  logIn: (who: BodyOf<typeof contract.logIn>) =>
    call<typeof contract.logIn>('POST', '/api/auth/sign-in/email', who),
  /** An answer without a user means: a mail was sent, and nobody is logged in. */
  register: (who: BodyOf<typeof contract.register>) =>
    call<typeof contract.register>('POST', '/api/auth/sign-up/email', who),
  upgrade: (who: BodyOf<typeof contract.convertGuest>) =>
    call<typeof contract.convertGuest>('POST', '/api/auth/invitation-code/convert', who),
  startOAuth: (who: BodyOf<typeof contract.goToProvider>) =>
    call<typeof contract.goToProvider>('POST', '/api/auth/sign-in/social', who),
  startOAuthUpgrade: (who: BodyOf<typeof contract.convertByProvider>) =>
    call<typeof contract.convertByProvider>('POST', '/api/auth/invitation-code/convert-social', who),
};
