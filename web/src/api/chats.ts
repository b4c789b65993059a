import type * as contract from '@foyer/api/chats';
import type { stopReply } from '@foyer/api/replies';
import { call } from './client.ts';

export type { Chat, ChatEntry, Message } from '@foyer/api/chats';

export const chatApi = {
  list: () => call<typeof contract.listChats>('GET', '/api/chats'),
  load: (id: string) => call<typeof contract.getChat>('GET', `/api/chats/${id}`),
  rename: (id: string, title: string) =>
    call<typeof contract.renameChat>('PATCH', `/api/chats/${id}`, { title }),
  remove: (id: string) => call<typeof contract.deleteChat>('DELETE', `/api/chats/${id}`),
  restore: (id: string) => call<typeof contract.restoreChat>('POST', `/api/chats/${id}/restore`),
  stopReply: (id: string) => call<typeof stopReply>('POST', `/api/chats/${id}/stop`, {}),
};
