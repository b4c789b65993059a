const key = 'foyer.return';

/** Where somebody wanted to be before they had to log in; the id of the member who was there, if one was. */
type Return = { path: string; memberId: string | null };

export function saveReturn(back: Return, storage: Storage = sessionStorage) {
  storage.setItem(key, JSON.stringify(back));
}

export function forgetReturn(storage: Storage = sessionStorage) {
  storage.removeItem(key);
}

/** Where the person who has just logged in goes on; null for nowhere in particular. It counts once. */
export function takeReturn(
  person: { id: string; isGuest: boolean },
  storage: Storage = sessionStorage,
): string | null {
  const back = read(storage);
  forgetReturn(storage);
  if (!back || person.isGuest) return null;
  return back.memberId === null || back.memberId === person.id ? back.path : null;
}

function read(storage: Storage): Return | null {
  try {
    return JSON.parse(storage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}
