import type { Change } from '../visit.ts';

const key = 'foyer.trip';

/** Notes that this tab leaves for a provider, and what its success will have changed. */
export function keepTrip(change: Change, storage: Storage = sessionStorage) {
  storage.setItem(key, change);
}

/** The change with which this tab comes back from a provider; null when it was not away. */
export function takeTrip(storage: Storage = sessionStorage): Change | null {
  const change = storage.getItem(key);
  storage.removeItem(key);
  return change === 'in' || change === 'same' ? change : null;
}
