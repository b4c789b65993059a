const key = 'foyer.chat';

/** Remembers the chat that is open in this tab; null for a new one. */
export function saveOpenChat(id: string | null, storage: Storage = sessionStorage) {
  if (id) storage.setItem(key, id);
  else storage.removeItem(key);
}

export const readOpenChat = (storage: Storage = sessionStorage): string | null => storage.getItem(key);
