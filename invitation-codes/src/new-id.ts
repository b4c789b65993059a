import { randomUUID } from 'node:crypto';

/** A UUID of version 7 (RFC 9562). It sorts by time, so new rows are neighbours in the index: much faster for a million. */
export function newId(): string {
  const time = Date.now().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}
