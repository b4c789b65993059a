export type Progress = {
  /** For example `reading`. */
  step: string;
  /** Rows (or codes) so far. */
  rows: number;
  /** The finished part of the step, from 0 to 1; null when unknown. */
  fraction: number | null;
};

type Screen = { isTTY?: boolean; write: (text: string) => unknown };

/** How often a terminal's line is redrawn. */
const redrawMs = 200;
/** Without a terminal: the first line this long after the first step began, then one every `lineEveryMs`. */
const firstLineMs = 2000;
const lineEveryMs = 10_000;

/** On a terminal it redraws one line, elsewhere it prints a line now and then. `clock` must be monotonic. */
export function showProgress(screen: Screen, clock: () => number = () => performance.now()) {
  let started: { step: string; at: number } | null = null;
  let nextAt: number | null = null;
  let isDrawn = false;

  const show = (progress: Progress) => {
    const now = clock();
    if (started?.step !== progress.step) started = { step: progress.step, at: now };
    nextAt ??= now + (screen.isTTY ? redrawMs : firstLineMs);
    if (now < nextAt) return;
    nextAt = now + (screen.isTTY ? redrawMs : lineEveryMs);
    const text = describeProgress(progress, now - started.at);
    screen.write(screen.isTTY ? `\r\x1b[K${text}` : `${text}\n`);
    isDrawn = screen.isTTY === true;
  };
  /** Removes the line before other output. */
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
