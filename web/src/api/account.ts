import type * as contract from '@foyer/api/account';
import type { BodyOf } from '@foyer/api/route';
import { call } from './client.ts';

export type { Account } from '@foyer/api/account';

type Proof = BodyOf<typeof contract.deleteAccount>;

export const accountApi = {
  load: () => call<typeof contract.getAccount>('GET', '/api/account'),
  changePassword: (change: BodyOf<typeof contract.changePassword>) =>
    call<typeof contract.changePassword>('POST', '/api/account/password', change),
  changeEmail: (change: BodyOf<typeof contract.changeEmail>) =>
    call<typeof contract.changeEmail>('POST', '/api/account/email', change),
  link: (login: BodyOf<typeof contract.linkProvider>) =>
    call<typeof contract.linkProvider>('POST', '/api/account/logins', login),
  unlink: (id: string, proof: Proof) =>
    call<typeof contract.unlinkProvider>('DELETE', `/api/account/logins/${id}`, proof),
  endSession: (id: string) => call<typeof contract.endSession>('DELETE', `/api/account/sessions/${id}`),
  endOtherSessions: () => call<typeof contract.endOtherSessions>('DELETE', '/api/account/sessions'),
  exportData: () => call<typeof contract.exportData>('GET', '/api/account/export'),
  /** Deletes the chats of a guest that nobody can open any more. */
  replaceKey: () => call<typeof contract.newKey>('POST', '/api/account/new-key', {}),
  remove: (proof: Proof) => call<typeof contract.deleteAccount>('DELETE', '/api/account', proof),
};
