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

/** A time for people in a time zone: `Tuesday, 2 March 2027 at 23:59 (Europe/Berlin)`. */
export function timeInWords(time: number, timeZone: string): string {
  const words = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short', timeZone });
  return `${words.format(time)} (${timeZone})`;
}
