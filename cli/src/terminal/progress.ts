/** How far a piece of work is. */
export type Progress = {
  /** What is done now, as `reading`. */
  step: string;
  /** How many rows (or codes) so far. */
  rows: number;
  /** How much of the step is done, from 0 to 1; null when nobody knows. */
  fraction: number | null;
};

/** Where progress is shown. */
type Screen = { isTTY?: boolean; write: (text: string) => unknown };

/** How often a terminal's line is drawn anew. */
const redrawMs = 200;
/** Elsewhere a line is written when a piece of work takes longer than this, and then every `lineEveryMs`. */
const firstLineMs = 2000;
const lineEveryMs = 10_000;

/**
 * Shows progress: on a terminal a line that is drawn anew, elsewhere a line now and then.
 *
 * @param clock milliseconds that only ever grow
 */
export function showProgress(screen: Screen, clock: () => number = () => performance.now()) {
  let begun: { step: string; at: number } | null = null;
  let nextAt = clock() + (screen.isTTY ? redrawMs : firstLineMs);
  let isDrawn = false;

  const show = (progress: Progress) => {
    const now = clock();
    if (begun?.step !== progress.step) begun = { step: progress.step, at: now };
    if (now < nextAt) return;
    nextAt = now + (screen.isTTY ? redrawMs : lineEveryMs);
    const text = describeProgress(progress, now - begun.at);
    screen.write(screen.isTTY ? `\r\x1b[K${text}` : `${text}\n`);
    isDrawn = screen.isTTY === true;
  };
  /** Takes the line away, before something else is written. */
  const clear = () => {
    if (isDrawn) screen.write('\r\x1b[K');
    isDrawn = false;
  };
  return { show, clear };
}

function describeProgress({ step, rows, fraction }: Progress, elapsedMs: number): string {
  const seconds = elapsedMs / 1000;
  const parts = [`${step}: ${count(rows)} rows`];
  if (seconds >= 0.5) parts.push(`${count(rows / seconds)} rows/s`);
  if (seconds >= 0.5 && fraction) parts.push(`${timeLeft((seconds * (1 - fraction)) / fraction)} left`);
  return parts.join(', ');
}

function timeLeft(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  return seconds < 5400 ? `${Math.ceil(seconds / 60)} min` : `${Math.ceil(seconds / 3600)} h`;
}

function count(rows: number): string {
  return Math.round(rows).toLocaleString('en');
}
