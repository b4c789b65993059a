import { call } from './client.ts';
import type { Redirection } from './sign-in.ts';

export type Account = {
  email: string;
  isVerified: boolean;
  createdAt: number;
  hasPassword: boolean;
  /** Logged in so recently that the server asks for no password. */
  isFresh: boolean;
  logins: { id: string; provider: string; name: string; createdAt: number }[];
  sessions: { id: string; device: string; createdAt: number; lastActiveAt: number; isCurrent: boolean }[];
};

type WithPassword = { password?: string | undefined };

export const accountApi = {
  load: () => call<Account>('GET', '/api/account'),
  changePassword: (change: { currentPassword?: string; newPassword: string }) =>
    call<unknown>('POST', '/api/account/password', change),
  changeEmail: (change: { email: string } & WithPassword) =>
    call<unknown>('POST', '/api/account/email', change),
  link: (login: { provider: string } & WithPassword) =>
    call<Redirection>('POST', '/api/account/logins', login),
  unlink: (id: string, proof: WithPassword) => call<unknown>('DELETE', `/api/account/logins/${id}`, proof),
  endSession: (id: string) => call<unknown>('DELETE', `/api/account/sessions/${id}`),
  endOtherSessions: () => call<unknown>('DELETE', '/api/account/sessions'),
  exportData: () => call<object>('GET', '/api/account/export'),
  /** Deletes the chats of a guest that nobody can open any more. */
  replaceKey: () => call<unknown>('POST', '/api/account/new-key', {}),
  remove: (proof: WithPassword) => call<unknown>('DELETE', '/api/account', proof),
};
