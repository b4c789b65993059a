const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const;

type Unit = (typeof units)[number][0];

/** Dates, numbers, durations and plurals, by the rules of a language. */
export function createFormat(language: string) {
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long' });
  const moment = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const time = new Intl.DateTimeFormat(language, { timeStyle: 'short' });
  const count = new Intl.NumberFormat(language);
  const plurals = new Intl.PluralRules(language);
  const amount = (value: number, unit: Unit, unitDisplay: 'long' | 'short') =>
    new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay }).format(value);

  return {
    day: (time: number) => day.format(time),
    moment: (time: number) => moment.format(time),
    /** `15:30`; with its day, unless that is today. */
    clock: (at: number, now = Date.now()) =>
      day.format(at) === day.format(now) ? time.format(at) : moment.format(at),
    number: (value: number) => count.format(value),
    /** In the largest unit of which there are several and no rest: `7 days`, `24 hours`, `90 minutes`. */
    duration(ms: number): string {
      const [unit, unitMs] = units.find(([, each]) => ms >= 2 * each && ms % each === 0) ?? ['second', 1000];
      return amount(ms / unitMs, unit, 'long');
    },
    /** A time that counts down: `45 sec`, `2 min 5 sec`. */
    countdown(seconds: number): string {
      const minutes = Math.floor(seconds / 60);
      const rest = amount(minutes > 0 ? seconds % 60 : seconds, 'second', 'short');
      return minutes > 0 ? `${amount(minutes, 'minute', 'short')} ${rest}` : rest;
    },
    /** Picks a form by the language's own rules; a form that is not given is the general one. */
    plural: (value: number, forms: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }) =>
      forms[plurals.select(value)] ?? forms.other,
  };
}
