const key = 'foyer.return';

/** The page to open after the login, and the member who was there; null when nobody was signed in. */
export type ReturnTo = { path: string; memberId: string | null };

export function saveReturn(returnTo: ReturnTo, storage: Storage = sessionStorage) {
  storage.setItem(key, JSON.stringify(returnTo));
}

export function forgetReturn(storage: Storage = sessionStorage) {
  storage.removeItem(key);
}

export function readReturn(storage: Storage = sessionStorage): ReturnTo | null {
  try {
    return JSON.parse(storage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

/** The page to which this person returns; null when it is another member's, or the person is a guest. */
export function returnPathFor(
  person: { id: string; isGuest: boolean },
  returnTo: ReturnTo | null,
): string | null {
  if (!returnTo || person.isGuest) return null;
  return returnTo.memberId === null || returnTo.memberId === person.id ? returnTo.path : null;
}
