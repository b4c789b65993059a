const key = 'foyer.leaving';

/**
 * Which guest wants to be erased. It is kept over all tabs until that is known to be done: a page that is left does not learn
 * it, and where it could not be done, it is done when somebody comes again.
 */
export function saveErasure(guestId: string, storage: Storage = localStorage) {
  storage.setItem(key, guestId);
}

export function forgetErasure(storage: Storage = localStorage) {
  storage.removeItem(key);
}

/** Whether this person wanted to be gone. Of anybody else nothing is kept. */
export function isErasurePending(personId: string | undefined, storage: Storage = localStorage): boolean {
  const guestId = storage.getItem(key);
  if (guestId !== null && guestId !== personId) forgetErasure(storage);
  return guestId !== null && guestId === personId;
}
