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

/** The first millisecond of a day like `2027-03-01` in a time zone. */
export function startOfDay(day: string, timeZone: string): number {
  const utc = Date.parse(`${day}T00:00:00Z`);
  // Zones are at most 14 hours ahead of UTC, and 12 behind.
  let [before, after] = [utc - 15 * hourMs, utc + 15 * hourMs];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (dayIn(middle, timeZone) < day) before = middle;
    else after = middle;
  }
  return after;
}

/** The last millisecond of a day like `2027-03-01` in a time zone. */
export function endOfDay(day: string, timeZone: string): number {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 24 * hourMs);
  return startOfDay(next.toISOString().slice(0, 10), timeZone) - 1;
}

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
