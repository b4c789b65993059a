import type * as contract from '@foyer/api/drafts';
import { call } from './client.ts';

export const draftApi = {
  /** @param chat the id of a chat, or `new` */
  load: (chat: string) => call<typeof contract.getDraft>('GET', `/api/drafts/${chat}`),
  keep: (chat: string, text: string, options?: { keepalive: boolean }) =>
    call<typeof contract.putDraft>('PUT', `/api/drafts/${chat}`, { text }, options),
};
