import type * as contract from '@foyer/api/mail';
import { call } from './client.ts';

export const emailApi = {
  sendVerification: (email?: string) =>
    call<typeof contract.sendVerification>('POST', '/api/auth/send-verification-email', {
      ...(email && { email }),
    }),
  verify: (token: string) => call<typeof contract.verifyEmail>('POST', '/api/auth/verify-email', { token }),
  requestPasswordReset: (email: string) =>
    call<typeof contract.requestPasswordReset>('POST', '/api/auth/request-password-reset', { email }),
  /** An answer without a user means: a guest is signed in, and stays a guest. */
  resetPassword: (token: string, newPassword: string) =>
    call<typeof contract.resetPassword>('POST', '/api/auth/reset-password', { token, newPassword }),
};
