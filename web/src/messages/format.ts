const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const;

/** Milliseconds in words, in the largest unit of which there are several and no rest: `7 days`, `24 hours`, `90 minutes`. */
export function formatDuration(ms: number): string {
  const [unit, unitMs] = units.find(([, each]) => ms >= 2 * each && ms % each === 0) ?? ['second', 1000];
  return new Intl.NumberFormat('en', { style: 'unit', unit, unitDisplay: 'long' }).format(ms / unitMs);
}
