export function asJson(value: unknown): string {
  return JSON.stringify(value, null, 2);
}

/** A time for scripts, from epoch milliseconds. */
export function isoTime(time: number): string {
  return new Date(time).toISOString();
}

/** A time for people. */
export function shortTime(time: number): string {
  return isoTime(time).replace(/:00\.000Z$|\.\d+Z$/, 'Z');
}
