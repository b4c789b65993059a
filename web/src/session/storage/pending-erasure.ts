const key = 'foyer.leaving';

/**
 * Remembers the guest who asked to be erased, for all tabs, until the server has confirmed it. A page that is left does not
 * learn the outcome: the next visit tries again.
 */
export function saveErasure(guestId: string, storage: Storage = localStorage) {
  storage.setItem(key, guestId);
}

export function forgetErasure(storage: Storage = localStorage) {
  storage.removeItem(key);
}

/** Whether this person asked to be erased. For anybody else the note is removed. */
export function isErasurePending(personId: string | undefined, storage: Storage = localStorage): boolean {
  const guestId = storage.getItem(key);
  if (guestId !== null && guestId !== personId) forgetErasure(storage);
  return guestId !== null && guestId === personId;
}
