import type * as contract from '@foyer/api/operator/people';
import { type AnswerOf, call, type QueryOf } from './client.ts';

export type Guest = AnswerOf<typeof contract.listGuests>['guests'][number];
export type Member = AnswerOf<typeof contract.listMembers>['members'][number];

const base = '/api/operator/people';

export const peopleApi = {
  guests: (query: QueryOf<typeof contract.listGuests>) =>
    call<typeof contract.listGuests>('GET', `${base}/guests`, { query }),
  giveMinutes: (id: string, minutes: number) =>
    call<typeof contract.giveGuestMinutes>('POST', `${base}/guests/${encodeURIComponent(id)}/minutes`, {
      body: { minutes },
    }),
  end: (id: string) => call<typeof contract.endGuest>('POST', `${base}/guests/${encodeURIComponent(id)}/end`),
  members: (query: QueryOf<typeof contract.listMembers>) =>
    call<typeof contract.listMembers>('GET', `${base}/members`, { query }),
  find: (email: string) =>
    call<typeof contract.findMember>('POST', `${base}/members/find`, { body: { email } }),
  block: (id: string) =>
    call<typeof contract.blockMember>('POST', `${base}/members/${encodeURIComponent(id)}/block`),
  unblock: (id: string) =>
    call<typeof contract.unblockMember>('POST', `${base}/members/${encodeURIComponent(id)}/unblock`),
  erase: (id: string) =>
    call<typeof contract.eraseMember>('DELETE', `${base}/members/${encodeURIComponent(id)}`),
};
