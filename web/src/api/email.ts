import type * as contract from '@foyer/api/mail';
import { call } from './client.ts';

/** The code in a letter, and the address to which it was sent. */
export type TypedMailCode = { email: string; code: string };

export const emailApi = {
  sendVerification: (email?: string) =>
    call<typeof contract.sendVerification>('POST', '/api/auth/send-verification-email', {
      ...(email && { email }),
    }),
  verify: (proof: { token: string } | TypedMailCode) =>
    call<typeof contract.verifyEmail>('POST', '/api/auth/verify-email', proof),
  requestPasswordReset: (email: string) =>
    call<typeof contract.requestPasswordReset>('POST', '/api/auth/request-password-reset', { email }),
  /** An answer without a user means: a guest is signed in, and stays a guest. */
  resetPassword: (proof: { token: string } | TypedMailCode, newPassword: string) =>
    call<typeof contract.resetPassword>('POST', '/api/auth/reset-password', { ...proof, newPassword }),
};
