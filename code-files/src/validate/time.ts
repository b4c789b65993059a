const form =
  /^(?<date>\d{4}-\d\d-\d\d)(?:T(?<clock>\d\d:\d\d)(?::(?<seconds>\d\d)(?:[.,](?<fraction>\d+))?)?(?<zone>Z|[+-]\d\d(?::?\d\d)?)?)?$/;

const minuteMs = 60_000;
const earliest = Date.parse('0000-01-01T00:00:00.000Z');
const latest = Date.parse('9999-12-31T23:59:59.999Z');

/**
 * Epoch milliseconds of an ISO 8601 text, or null. Without a zone it is UTC, a date alone is the first millisecond of the
 * day, or the last one of it as an end, and digits after
 * milliseconds are cut off. Dates that do not exist, or lie before the year 0 or after 9999 in UTC, are null.
 *
 * @example parseTime('2027-02-01T09:00:00+01:00') === parseTime('2027-02-01T08:00')
 */
export function parseTime(text: string, as: 'start' | 'end' = 'start'): number | null {
  const parts = form.exec(text.trim())?.groups;
  if (!parts) return null;
  const { date, clock, seconds = '00', fraction = '', zone = 'Z' } = parts;
  if (clock === undefined && as === 'end') return parseTime(`${date}T23:59:59.999`);
  const utc = `${date}T${clock ?? '00:00'}:${seconds}.${fraction.slice(0, 3).padEnd(3, '0')}Z`;
  const time = Date.parse(utc);
  // Date.parse reads 30 February as 2 March.
  if (Number.isNaN(time) || new Date(time).toISOString() !== utc) return null;
  const offsetMs = parseZone(zone);
  if (offsetMs === null) return null;
  const moment = time - offsetMs;
  return moment < earliest || moment > latest ? null : moment;
}

function parseZone(zone: string): number | null {
  if (zone === 'Z') return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(3).replace(':', ''));
  if (hours > 23 || minutes > 59) return null;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * minuteMs;
}
