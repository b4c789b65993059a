const hourMs = 60 * 60 * 1000;

const formats = new Map<string, Intl.DateTimeFormat>();

/** The day at `now` (epoch milliseconds) in a time zone, as `2027-03-01`. */
export function dayIn(now: number, timeZone: string): string {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  formats.set(timeZone, format);
  return format.format(now);
}

/** Milliseconds until the next midnight in a time zone. */
export function untilMidnight(now: number, timeZone: string): number {
  const today = dayIn(now, timeZone);
  // A day has up to 25 hours, in a few zones 26.
  let [before, after] = [0, 27 * hourMs];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (dayIn(now + middle, timeZone) === today) before = middle;
    else after = middle;
  }
  return after;
}

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
