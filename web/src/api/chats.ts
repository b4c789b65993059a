import { call } from './client.ts';

export type ChatEntry = { id: string; title: string; updatedAt: number };

export type Message = {
  id: string;
  role: 'user' | 'assistant' | 'system';
  parts: { type: 'text'; text: string }[];
  metadata?: { createdAt?: number; status?: 'complete' | 'stopped' | 'interrupted' | 'failed' };
};

export type Chat = ChatEntry & { isReplying: boolean; messages: Message[] };

export const chatApi = {
  list: () => call<ChatEntry[]>('GET', '/api/chats'),
  load: (id: string) => call<Chat>('GET', `/api/chats/${id}`),
  rename: (id: string, title: string) => call<ChatEntry>('PATCH', `/api/chats/${id}`, { title }),
  remove: (id: string) => call<unknown>('DELETE', `/api/chats/${id}`),
  stopReply: (id: string) => call<unknown>('POST', `/api/chats/${id}/stop`, {}),
};
