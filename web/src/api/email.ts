import { call } from './client.ts';

export const emailApi = {
  sendVerification: (email?: string) =>
    call<unknown>('POST', '/api/auth/send-verification-email', { ...(email && { email }) }),
  verify: (token: string) => call<unknown>('POST', '/api/auth/verify-email', { token }),
  requestPasswordReset: (email: string) =>
    call<unknown>('POST', '/api/auth/request-password-reset', { email }),
  /** An answer without a user means: a guest is signed in, and stays a guest. */
  resetPassword: (token: string, newPassword: string) =>
    call<{ user: object | null }>('POST', '/api/auth/reset-password', { token, newPassword }),
};
