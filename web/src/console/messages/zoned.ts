import type { Language } from '@foyer/policy';

const minute = 60_000;
const hour = 60 * minute;

/** Dates and times of the house, in its time zone, in the language of the pages. */
function createZoned(tag: string, timeZone: string) {
  const day = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone });
  const short = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', year: 'numeric', timeZone });
  const ofMonth = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const moment = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const longMoment = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeStyle: 'short', timeZone });
  const time = new Intl.DateTimeFormat(tag, { timeStyle: 'short', timeZone });
  const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone });
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
  const isMidnight = (at: number) => clock.format(at) === '00:00';

  return {
    timeZone,
    /** `31 January 2027` */
    day: (at: number) => day.format(at),
    /** `31 Jan 2027` */
    shortDay: (at: number) => short.format(at),
    /** `31 Jan 2027, 15:30` */
    moment: (at: number) => moment.format(at),
    /** The first moment of a window: without its time when that is midnight. */
    from: (at: number) => (isMidnight(at) ? day.format(at) : longMoment.format(at)),
    /** The last moment of a window: without its time when the day ends then. */
    until: (at: number) => (isMidnight(at + 1) ? day.format(at) : longMoment.format(at)),
    shortFrom: (at: number) => (isMidnight(at) ? short.format(at) : moment.format(at)),
    shortUntil: (at: number) => (isMidnight(at + 1) ? short.format(at) : moment.format(at)),
    /** `30 Nov`, of a day as `2026-11-30` */
    ofDay: (key: string) => ofMonth.format(Date.parse(`${key}T00:00:00Z`)),
    /** `12 minutes ago`, `yesterday`, or the day. */
    ago(at: number, now = Date.now()): string {
      const past = Math.max(0, now - at);
      if (past < hour) return relative.format(-Math.floor(past / minute), 'minute');
      if (past < 24 * hour) return relative.format(-Math.floor(past / hour), 'hour');
      if (past < 48 * hour) return relative.format(-1, 'day');
      return short.format(at);
    },
    /** `15:30` of today, else with its day. */
    clock: (at: number, now = Date.now()) =>
      day.format(at) === day.format(now) ? time.format(at) : moment.format(at),
  };
}

/** Numbers have Latin digits in every language. */
const tags: Partial<Record<Language, string>> = { pt: 'pt-PT', en: 'en-GB', ar: 'ar-u-nu-latn' };

let current: { tag: string; timeZone: string } = { tag: 'en-GB', timeZone: 'UTC' };
export let zoned = createZoned(current.tag, current.timeZone);

export function setZonedLanguage(language: Language) {
  set({ ...current, tag: tags[language] ?? language });
}

export function setZone(timeZone: string) {
  set({ ...current, timeZone });
}

function set(next: typeof current) {
  current = next;
  zoned = createZoned(next.tag, next.timeZone);
}
