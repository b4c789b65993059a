const form =
  /^(?<date>\d{4}-\d\d-\d\d)(?:T(?<clock>\d\d:\d\d)(?::(?<seconds>\d\d)(?:[.,](?<fraction>\d+))?)?(?<zone>Z|[+-]\d\d(?::?\d\d)?)?)?$/;

const minuteMs = 60_000;
const earliest = Date.parse('0000-01-01T00:00:00.000Z');
const latest = Date.parse('9999-12-31T23:59:59.999Z');

/**
 * The moment that an ISO 8601 text names, as epoch milliseconds, or null when it names none.
 *
 * A text without a zone is UTC, whatever the zone of the machine; a date alone is its midnight; what is finer than a
 * millisecond is cut off. Days and times of day that do not exist are none, and what is before the year 0 or after 9999 in
 * UTC, which no ISO text of this form names.
 *
 * @example parseTime('2027-02-01T09:00:00+01:00') === parseTime('2027-02-01T08:00')
 */
export function parseTime(text: string): number | null {
  const parts = form.exec(text.trim())?.groups;
  if (!parts) return null;
  const { date, clock = '00:00', seconds = '00', fraction = '', zone = 'Z' } = parts;
  const utc = `${date}T${clock}:${seconds}.${fraction.slice(0, 3).padEnd(3, '0')}Z`;
  const time = Date.parse(utc);
  // Date.parse takes the 30th of February for the 2nd of March.
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
